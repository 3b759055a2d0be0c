"""Papers: answers as they are sent on, before they are Markdown or HTML. One module builds one kind of paper."""
