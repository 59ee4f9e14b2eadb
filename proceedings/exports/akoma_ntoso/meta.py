"""The metadata of a draft in Akoma Ntoso: identification, versions, changes, references."""

from __future__ import annotations

from lxml import etree

from proceedings.exports.akoma_ntoso.body import add
from proceedings.exports.akoma_ntoso.identity import LANGUAGE, Identity, agent_id
from proceedings.exports.akoma_ntoso.names import AKN

_ALIAS = "title"


def write_meta(identity: Identity, changes: etree._Element | None = None) -> etree._Element:
    """Return the ``meta`` of a draft, with the changes since an earlier one if there are any."""
    source = f"#{agent_id(identity.body)}"
    meta = etree.Element(f"{{{AKN}}}meta")
    _identify(add(meta, "identification", source=source), identity, source)
    lifecycle = add(meta, "lifecycle", source=source)
    for version in identity.versions:
        add(
            lifecycle,
            "eventRef",
            eId=f"event_{version.number}",
            date=version.issued_on.isoformat(),
            type="generation" if version is identity.versions[0] else "amendment",
            source=f"#draft_{version.number}",
        )
    if changes is not None:
        add(meta, "analysis", source=source).append(changes)
    _refer(add(meta, "references", source=source), identity)
    return meta


def _identify(identification: etree._Element, identity: Identity, author: str) -> None:
    first, last = identity.versions[0], identity.versions[-1]
    work = _core(
        add(identification, "FRBRWork"), identity.work, author, first.issued_on.isoformat(), identity
    )
    add(work, "FRBRcountry", value="vn")
    add(work, "FRBRsubtype", value=identity.subtype)
    if identity.issued_number:
        add(work, "FRBRnumber", value=identity.issued_number)
    add(work, "FRBRname", value=identity.title)
    date = last.issued_on.isoformat()
    expression = _core(add(identification, "FRBRExpression"), identity.expression(), author, date)
    add(expression, "FRBRversionNumber", value=str(identity.draft))
    add(expression, "FRBRlanguage", language=LANGUAGE)
    manifestation = _core(add(identification, "FRBRManifestation"), identity.manifestation, author, date)
    add(manifestation, "FRBRformat", value="application/akn+xml")


def _core(
    level: etree._Element, uri: str, author: str, date: str, titled: Identity | None = None
) -> etree._Element:
    main = f"{uri}/!main" if not uri.endswith(".xml") else f"{uri.removesuffix('.akn.xml')}/!main.akn.xml"
    add(level, "FRBRthis", value=main)
    add(level, "FRBRuri", value=uri)
    if titled:
        add(level, "FRBRalias", value=titled.title, name=_ALIAS)
    add(level, "FRBRdate", date=date, name="issue")
    add(level, "FRBRauthor", href=author)
    return level


def _refer(references: etree._Element, identity: Identity) -> None:
    for version in identity.versions:
        name = "original" if version is identity.versions[0] else "passiveRef"
        uri = identity.expression(version.number)
        add(references, name, eId=f"draft_{version.number}", href=uri, showAs=f"Dự thảo {version.number}")
    eid = agent_id(identity.body)
    add(
        references, "TLCOrganization", eId=eid, href=f"/akn/ontology/organization/{eid}", showAs=identity.body
    )
