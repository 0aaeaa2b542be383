"""The fields of the embedded index, questions to them, and the ids that answer them.

Terms are weighed by how seldom they are and by nothing else, see `corpus.indexing.query_terms`; the
back end's own weights, which favour short passages, order only those that have all of the terms.
"""

from __future__ import annotations

from collections.abc import Sequence

import tantivy

from corpus.indexing.query_terms import Field


def schema() -> tantivy.Schema:
    """The fields of the index."""
    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field("id", fast=True)
    # Deleting by an unsigned term silently deletes nothing, hence the id as text as well.
    builder.add_text_field("key", tokenizer_name="raw", index_option="basic")
    builder.add_text_field("words", tokenizer_name="whitespace", index_option="freq")
    builder.add_text_field("pairs", tokenizer_name="whitespace", index_option="freq")
    return builder.build()


def together(
    searcher: tantivy.Searcher,
    fields: tantivy.Schema,
    terms: Sequence[tuple[Field, str]],
    limit: int,
) -> list[int]:
    """Ids of passages that have all of the terms, the shorter ones first, more or less.

    Args:
        searcher: the index as it is now.
        fields: its schema.
        terms: fields and terms; nothing is found for none.
        limit: at most this many.
    """
    asked = [(tantivy.Occur.Must, _term(fields, field, term)) for field, term in terms]
    return _ids(searcher, asked, limit)


def sharing(
    searcher: tantivy.Searcher,
    fields: tantivy.Schema,
    terms: Sequence[tuple[Field, str, float | None]],
    limit: int,
) -> list[int]:
    """Ids of the passages that share most weight with the terms; ties go to the lower id.

    Args:
        searcher: the index as it is now.
        fields: its schema.
        terms: fields and terms with what they weigh, None for what the back end gives them;
            nothing is found for none.
        limit: at most this many.
    """
    asked = []
    for field, term, weight in terms:
        query = _term(fields, field, term)
        if weight is not None:
            query = tantivy.Query.const_score_query(query, weight)
        asked.append((tantivy.Occur.Should, query))
    return _ids(searcher, asked, limit)


def _term(fields: tantivy.Schema, field: Field, term: str) -> tantivy.Query:
    return tantivy.Query.term_query(fields, field, term, index_option="freq")


def _ids(
    searcher: tantivy.Searcher,
    asked: Sequence[tuple[tantivy.Occur, tantivy.Query]],
    limit: int,
) -> list[int]:
    if not asked:
        return []
    found = searcher.search(tantivy.Query.boolean_query(asked), limit, count=False).hits
    ids = searcher.fast_field_values("id", [address for _, address in found])
    # Equal sums differ in the last digits, as the back end adds them in any order.
    order = sorted(
        (-round(weight, 3), int(id or 0)) for (weight, _), id in zip(found, ids, strict=True)
    )
    return [id for _, id in order]
