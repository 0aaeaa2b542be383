"""Finding one row's answer: what each process that works through a file does.

What answers is imported when it is opened: the process that hands questions out names it here and
does not answer itself, and loading it takes most of the time before the first row.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from corpus.errors import QuoteVerifierError
from verifier.clock import utc_now
from verifier.config import Settings
from verifier.jobs.answers import packed, packed_problem
from verifier.serving.problems import problem_of

if TYPE_CHECKING:
    from verifier.service import Service


def answer_row(service: Service, body: Mapping[str, object], limit: int) -> bytes:
    """Answer one row; whatever goes wrong with it becomes its problem.

    Args:
        service: that answers.
        body: the fields of a question.
        limit: code points of a quote.

    Returns:
        The answer, packed.
    """
    from verifier.exchange.asking import load_row

    try:
        return packed(service.verify(replace(load_row(dict(body)), limit=limit)))
    except QuoteVerifierError as error:
        return packed_problem(problem_of(error))
    except Exception as error:  # one row must not cost the others
        return packed_problem(problem_of(error))


@contextmanager
def answering(settings: Settings) -> Iterator[Callable[[Any], bytes]]:
    """Open the home of the settings to answer rows; each worker process does.

    Raises:
        StoreError: the home cannot be opened.
    """
    from corpus.home import Home
    from verifier.desk import embeddings_of, registers_of
    from verifier.service import Service

    with Home.open(settings.home) as home:
        service = Service.open(
            home, now=utc_now, registers=registers_of(settings), embeddings=embeddings_of(settings)
        )
        yield lambda body: answer_row(service, body, settings.max_quote_batch)
