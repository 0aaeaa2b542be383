"""A report in the vocabulary of schema.org, for those who publish or archive it.

`quotation` says what stands where; `claim_review_draft` is a beginning for somebody who writes a
fact check. It has no rating: whether a claim holds is for people to say, and wording alone does not
show it.

Source: https://schema.org/Quotation, https://schema.org/ClaimReview.
"""

from __future__ import annotations

from typing import Any

from verifier.report import Report

_CONTEXT = "https://schema.org"


def quotation(report: Report) -> dict[str, Any] | None:
    """The place of the match as a Quotation.

    Args:
        report: any report.

    Returns:
        A JSON-LD object with the source's words, never the claim's; None without a match.
    """
    match, source = report.match, report.source
    if match is None or source is None:
        return None
    found: dict[str, Any] = {"@context": _CONTEXT, "@type": "Quotation", "text": match.exact}
    if match.speaker:
        found["spokenByCharacter"] = {"@type": "Person", "name": match.speaker}
    if source.language != "und":
        found["inLanguage"] = source.language
    if report.translation and report.translation.translators:
        found["translator"] = [
            {"@type": "Person", "name": name} for name in report.translation.translators
        ]
    found["isPartOf"] = _work(report)
    return found


def claim_review_draft(report: Report) -> dict[str, Any]:
    """The beginning of a ClaimReview: what was claimed and where the closest wording stands.

    Args:
        report: any report.

    Returns:
        A JSON-LD object marked as a draft, without ``reviewRating``, author and address: they are
        for the person who finishes it.
    """
    claim: dict[str, Any] = {"@type": "Claim"}
    if report.claim.speaker:
        claim["author"] = {"@type": "Person", "name": report.claim.speaker}
    if report.claim.date:
        claim["datePublished"] = report.claim.date
    draft: dict[str, Any] = {
        "@context": _CONTEXT,
        "@type": "ClaimReview",
        "creativeWorkStatus": "Draft",
        "claimReviewed": report.claim.text,
        "datePublished": report.created_at[:10],
        "itemReviewed": claim,
    }
    if report.source is not None:
        draft["citation"] = _work(report)
    return draft


def _work(report: Report) -> dict[str, Any]:
    source = report.source
    assert source is not None
    work: dict[str, Any] = {"@type": "CreativeWork"}
    given = {
        "name": source.title,
        "url": source.url,
        "datePublished": source.date.edtf if source.date else None,
        "publisher": {"@type": "Organization", "name": source.publisher}
        if source.publisher
        else None,
        "author": {"@type": "Person", "name": source.creator} if source.creator else None,
    }
    return work | {name: value for name, value in given.items() if value}
