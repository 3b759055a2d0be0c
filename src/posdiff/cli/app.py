"""The application: its commands, its settings, and the one place where failures become messages and exit codes."""

import contextlib
import functools
import importlib
import inspect
import io
import os
import sys
from collections.abc import Callable
from typing import Annotated, Any, NamedTuple, NoReturn

import typer
from typer.models import OptionInfo

from posdiff.cli.options import Together, not_empty
from posdiff.cli.output import complain, put, say
from posdiff.findings.failure import USAGE, Failure
from posdiff.version import __version__

NO_CONFIG = "POSDIFF_NO_CONFIG"
BUG, INTERRUPTED, READER_GONE = 4, 130, 141


class Command(NamedTuple):
    """Where a command stands: its module below ``commands``, its function, the name of its help text."""

    module: str
    function: str
    help: str = "HELP"


#: Every command, in the order of the help. To add one: its file, a line here, its test.
COMMANDS: dict[str, Command] = {
    "compare": Command("compare", "compare"),
    "changes": Command("changes", "changes"),
    "show": Command("show", "show"),
    "who": Command("who", "who"),
    "history": Command("history", "history"),
    "matrix": Command("matrix", "matrix"),
    "chart": Command("chart", "chart"),
    "draft": Command("draft", "draft"),
    "drafts": Command("drafts", "drafts"),
    "text": Command("text", "text"),
    "conflicts": Command("conflicts", "conflicts"),
    "brief": Command("brief", "brief"),
    "report": Command("report", "report"),
    "site": Command("site", "site"),
    "export": Command("export", "export"),
    "find": Command("find", "find"),
    "recode": Command("recode", "recode"),
    "coverage": Command("coverage", "coverage"),
    "validate": Command("validate", "validate"),
    "check": Command("check", "check"),
    "verify": Command("verify", "verify"),
    "source": Command("source", "source"),
    "accept": Command("accept", "accept"),
    "rules": Command("rules", "rules"),
    "explain": Command("rules", "explain", "EXPLAIN_HELP"),
    "issues": Command("listing", "issues", "ISSUES_HELP"),
    "parties": Command("listing", "parties", "PARTIES_HELP"),
    "sources": Command("sources", "sources"),
    "schema": Command("schema", "schema"),
    "init": Command("init", "init"),
    "new": Command("new", "new"),
    "git-diff-driver": Command("git_diff", "git_diff_driver", "DRIVER_HELP"),
    "textconv": Command("git_diff", "textconv", "TEXTCONV_HELP"),
}


def main() -> NoReturn:
    """Run the command line; never returns, and never shows a traceback unless POSDIFF_DEBUG is set."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and hasattr(stream, "reconfigure"):
            # What the stream's encoding lacks is written as an escape: nothing is lost, nothing fails.
            stream.reconfigure(errors="backslashreplace", newline="\n")
    _end_by_signals()
    _exit(run(sys.argv[1:]))


def _end_by_signals() -> None:
    """Let what ends a run from outside end it as an error does, so that no unfinished file is left behind."""
    import signal

    def end(number: int, _frame: object) -> NoReturn:
        raise SystemExit(128 + number)

    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)  # Windows has no SIGHUP
        if number is not None and signal.getsignal(number) == signal.SIG_DFL:  # nohup has it ignored, and it stays so
            signal.signal(number, end)


def run(arguments: list[str]) -> int:
    """Run the command line with these arguments, and return the exit code."""
    if arguments[:1] in (["git-diff-driver"], ["textconv"]) and not {"-h", "--help"} & set(arguments):
        # What git calls: no option, setting or name of a file may stand in its way, for a code other than 0 ends git.
        from posdiff.cli.commands import git_diff

        called = git_diff.drive if arguments[0] == "git-diff-driver" else git_diff.convert
        _guarded(lambda: called(arguments[1:]))
        return 0
    return _guarded(lambda: _run(arguments))


def build(names: list[str], for_help: bool = False) -> typer.Typer:
    """The application with these commands: building one costs time, so only the one that is called is built.

    ``for_help``: with the words that ``--only`` and ``--fail-on`` take, which are found in the answers.
    """
    app = typer.Typer(
        name="posdiff", help=_HELP, rich_markup_mode=None, pretty_exceptions_enable=False, no_args_is_help=True,
        context_settings={"help_option_names": ["-h", "--help"]},
    )  # fmt: skip
    app.callback()(_root)
    for name in names:
        command = COMMANDS[name]
        module = importlib.import_module(f"posdiff.cli.commands.{command.module}")
        function = _guarding(_expanded(getattr(module, command.function)))
        text = getattr(module, command.help)
        # The first paragraph, whole: left to itself the list of commands cuts it off in mid-sentence.
        in_short = " ".join(text.partition("\n\n")[0].split())
        kind = _WithIssues if _is_scoped(getattr(module, command.function)) else _Command
        app.command(name, cls=kind, help=text + (_words(name) if for_help else ""), short_help=in_short)(function)
    return app


class _Command(typer.core.TyperCommand):
    """A command that takes one ``--draft``: of two the first would be lost in silence.

    Of the other options the last one counts, as is usual, so that an alias can be overruled.
    """

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """The arguments. Raises Failure (usage) for a second draft."""
        if not ctx.resilient_parsing and "draft" in {param.name for param in self.params}:
            _, _, given = self.make_parser(ctx).parse_args(list(args))
            if sum(param.name == "draft" for param in given) > 1:
                raise Failure("--draft is given twice", hint="it takes one draft: give it once", code=USAGE)
        return super().parse_args(ctx, args)


class _WithIssues(_Command):
    """A command that takes the arguments after ``--`` for issues: ``posdiff compare north south -- pay``.

    Where the parties or the draft that it has to be given have not come before it, ``--`` means what it always means.
    """

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """The arguments with those after ``--`` as values of ``--issue``."""
        if "--" in args:
            at = args.index("--")
            if self._has_all(ctx, args[:at]):
                args = [*args[:at], *(f"--issue={issue}" for issue in args[at + 1 :])]
        return super().parse_args(ctx, args)

    def _has_all(self, ctx: Any, args: list[str]) -> bool:
        """Whether the arguments that a command has to be given are among these."""
        needed = [str(param.name) for param in self.params if param.param_type_name == "argument" and param.required]
        given, _, _ = self.make_parser(ctx).parse_args(list(args))
        return all(given.get(name) for name in needed)


def _is_scoped(command: Callable[..., int]) -> bool:
    """Whether a command asks about some of the issues of a dossier."""
    return "scope" in inspect.signature(command).parameters


def _words(name: str) -> str:
    """For the help of a command: the words that its ``--only`` and ``--fail-on`` take."""
    from posdiff.cli import completion

    shown, failing = completion.shown_words_of(name), completion.failing_words_of(name)
    text = f"\n\n--only takes: {', '.join(shown)}." if shown else ""
    return text + (f"\n\n--fail-on takes: {', '.join(failing)}." if len(failing) > 1 else "")


_HELP = """Compare negotiating positions kept as YAML files: overlaps, contradictions and changes, each with its source.

Examples:

  posdiff compare russia ukraine

  posdiff changes russia --since "June 14, 2024"

  posdiff validate

Exit codes: 0 done; 1 --fail-on found something; 2 usage; 3 the files could not be read, or a name is not in them;
4 a bug in posdiff.
"""


def _version(asked: bool) -> None:
    if asked:
        put(f"posdiff {__version__}\n")
        raise typer.Exit


Version = Annotated[
    bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and end.")
]
Folder = Annotated[
    str | None,
    typer.Option("--positions", metavar="DIR", help="The folder of positions, for any command."),
]
NoPager = Annotated[bool, typer.Option("--no-pager", help="Use no pager, for any command.")]
NoConfig = Annotated[
    bool, typer.Option("--no-config", envvar=NO_CONFIG, help="Read no file of settings, for any command.")
]


def _root(
    context: typer.Context, _version: Version = False, positions: Folder = None, no_pager: NoPager = False,
    no_config: NoConfig = False,
) -> None:  # fmt: skip
    if context.resilient_parsing:
        return
    os.environ.pop(NO_CONFIG, None)
    if no_config:
        os.environ[NO_CONFIG] = "1"  # for whoever asks for settings later
        context.call_on_close(lambda: os.environ.pop(NO_CONFIG, None))
    not_empty("--positions", positions)
    from pathlib import Path

    from posdiff.cli import settings

    table = settings.read(Path.cwd())
    context.default_map = {name: settings.defaults(name, table) for name in COMMANDS} if table else {}
    for option, value in (("positions", positions), ("no_pager", no_pager or None)):
        if value is not None:
            os.environ.pop(f"POSDIFF_{option.upper()}", None)  # the command line is over the environment
            for name in COMMANDS:
                context.default_map.setdefault(name, {})[option] = value


def _run(arguments: list[str]) -> int:
    for argument in arguments:
        if any(ord(character) < 32 or 126 < ord(character) < 160 for character in argument):
            raise Failure(f"a control character in the argument `{argument}`", hint="delete it", code=2)
    completing = any(name.endswith("_COMPLETE") for name in os.environ)
    commands = arguments[:1] if arguments and arguments[0] in COMMANDS and not completing else list(COMMANDS)
    try:
        built = build(commands, for_help=bool({"-h", "--help"} & set(arguments)))
        code = built(args=arguments, prog_name="posdiff", standalone_mode=False)
    except SystemExit as end:
        code = end.code
    except typer.Abort:
        return INTERRUPTED
    except Exception as error:
        if not hasattr(error, "format_message"):  # that of a usage error, whose class typer keeps to itself
            raise
        told = io.StringIO()
        error.show(file=told)  # type: ignore[attr-defined]
        complain(told.getvalue())
        return USAGE
    return code if isinstance(code, int) else 0


def _expanded(function: Callable[..., int]) -> Callable[..., int]:
    """The same command with the options of its records for parameters, after its own."""
    parameters = inspect.signature(function, eval_str=True).parameters
    records = {
        name: (parameter.annotation, parameter.annotation.__annotations__)
        for name, parameter in parameters.items()
        if isinstance(parameter.annotation, type) and issubclass(parameter.annotation, Together)
    }
    own = [parameter for name, parameter in parameters.items() if name not in records]
    fields = [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=getattr(record, name), annotation=option)
        for record, options in records.values()
        for name, option in options.items()
    ]
    every = [*own, *fields]
    arguments = {
        parameter.name
        for parameter in every
        if not isinstance(getattr(parameter.annotation, "__metadata__", (None,))[0], OptionInfo)
    }

    def command(**values: Any) -> int:
        for name, value in values.items():
            if name not in arguments:
                not_empty(f"--{name.rstrip('_').replace('_', '-')}", value)
        bundles = {
            name: record(**{option: values.pop(option) for option in options})
            for name, (record, options) in records.items()
        }
        return function(**values, **bundles)

    command.__signature__ = inspect.Signature(every, return_annotation=int)  # type: ignore[attr-defined]
    command.__annotations__ = {parameter.name: parameter.annotation for parameter in every}
    command.__name__, command.__doc__ = function.__name__, function.__doc__
    return command


def _guarding(function: Callable[..., int]) -> Callable[..., None]:
    @functools.wraps(function)
    def command(*args: Any, **kwargs: Any) -> None:
        raise typer.Exit(_guarded(lambda: function(*args, **kwargs)))

    return command


def _guarded(work: Callable[[], int]) -> int:
    """The exit code of some work, with what went wrong told on stderr."""
    try:
        return work()
    except Failure as failure:
        say(f"error: {failure.message}", failure.hint)
        return failure.code
    except BrokenPipeError:
        return READER_GONE
    except KeyboardInterrupt:
        return INTERRUPTED
    except OSError as error:  # help and usage messages are written by typer
        say(f"error: it cannot be written: {error.strerror or error}")
        return USAGE
    except (typer.Exit, typer.Abort):
        raise
    except Exception as error:
        if os.environ.get("POSDIFF_DEBUG"):
            raise
        say(f"bug: {type(error).__name__}: {error}", "this is a bug in posdiff; POSDIFF_DEBUG=1 shows where")
        return BUG


def _exit(code: int) -> NoReturn:
    """End with a code, whatever state the streams are in."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError:
        code = READER_GONE if code == 0 else code
    if code == READER_GONE:
        # The reader is gone: nothing may be written any more, not even by the interpreter on its way out.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, AttributeError):
            stream.flush()
    # Not sys.exit: taking the interpreter down object by object is a tenth of a run, and everything is written.
    os._exit(code)
