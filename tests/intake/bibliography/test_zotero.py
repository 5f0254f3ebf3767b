"""Zotero's RDF: items with what hangs on them, and hostile ones."""

import json
from datetime import date

import pytest

from paperdesk.domain.errors import BadDocument
from paperdesk.intake.bibliography.zotero import references

HEAD = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns:z="http://www.zotero.org/namespaces/export#" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:dcterms="http://purl.org/dc/terms/" xmlns:bib="http://purl.org/net/biblio#"
 xmlns:foaf="http://xmlns.com/foaf/0.1/" xmlns:link="http://purl.org/rss/1.0/modules/link/"
 xmlns:prism="http://prismstandard.org/namespaces/1.2/basic/"
 xmlns:vcard="http://nwalsh.com/rdf/vCard#">"""
ITEMS = """
 <bib:Article rdf:about="https://a.b/c">
  <z:itemType>journalArticle</z:itemType>
  <dcterms:isPartOf rdf:resource="urn:issn:1234-5678"/>
  <bib:authors><rdf:Seq>
   <rdf:li><foaf:Person><foaf:surname>Müller</foaf:surname>
    <foaf:givenName>Hans</foaf:givenName></foaf:Person></rdf:li>
   <rdf:li><foaf:Person><foaf:surname>A Group</foaf:surname></foaf:Person></rdf:li>
  </rdf:Seq></bib:authors>
  <dcterms:isReferencedBy rdf:resource="#item_3"/>
  <link:link rdf:resource="#item_4"/>
  <dc:subject>alpha</dc:subject>
  <dc:subject><z:AutomaticTag><rdf:value>beta</rdf:value></z:AutomaticTag></dc:subject>
  <dc:title>A &lt;i&gt;Study&lt;/i&gt;</dc:title>
  <dcterms:abstract>Words.</dcterms:abstract>
  <dc:date>2019-05-03</dc:date><bib:pages>1-20</bib:pages>
  <dc:identifier><dcterms:URI><rdf:value>https://a.b/c</rdf:value></dcterms:URI></dc:identifier>
  <dc:relation rdf:resource="urn:isbn:1"/>
  <dc:description>Citation Key: mueller2019</dc:description>
 </bib:Article>
 <bib:Journal rdf:about="urn:issn:1234-5678"><dc:title>Journal</dc:title>
  <prism:volume>4</prism:volume><dc:identifier>DOI 10.1000/XYZ</dc:identifier>
  <dc:identifier>ISSN 1234-5678</dc:identifier></bib:Journal>
 <bib:Memo rdf:about="#item_3"><rdf:value>&lt;p&gt;Mine&lt;/p&gt;</rdf:value></bib:Memo>
 <z:Attachment rdf:about="#item_4"><z:itemType>attachment</z:itemType>
  <rdf:resource rdf:resource="files/4/a.pdf"/><dc:title>PDF</dc:title></z:Attachment>
 <bib:Book rdf:about="urn:isbn:1"><z:itemType>book</z:itemType><dc:title>A Book</dc:title>
  <dc:publisher><foaf:Organization><vcard:adr><vcard:Address>
   <vcard:locality>Bonn</vcard:locality></vcard:Address></vcard:adr>
   <foaf:name>House</foaf:name></foaf:Organization></dc:publisher></bib:Book>
 <z:Collection rdf:about="#collection_1"><dc:title>Outer</dc:title>
  <dcterms:hasPart rdf:resource="#collection_2"/></z:Collection>
 <z:Collection rdf:about="#collection_2"><dc:title>Inner</dc:title>
  <dcterms:hasPart rdf:resource="https://a.b/c"/></z:Collection>
"""
WHOLE = f"{HEAD}{ITEMS}</rdf:RDF>"


def test_an_item_says_what_a_list_shows() -> None:
    found = references(WHOLE, "a.rdf")[0].found
    assert (found.title, found.authors) == ("A Study", ("Hans Müller", "A Group"))
    assert (found.published, found.doi, found.url) == (
        date(2019, 5, 3), "10.1000/xyz", "https://a.b/c"
    )  # fmt: skip
    assert (found.abstract, found.citekey) == ("Words.", "mueller2019")


def test_what_hangs_on_an_item_comes_along() -> None:
    one, book = references(WHOLE, "a.rdf")
    assert (one.tags, one.note, one.files) == (("alpha", "beta"), "Mine", ("files/4/a.pdf",))
    assert (one.groups, one.related) == (("Outer/Inner",), ("A Book",))
    said = json.loads(one.fields)
    assert (one.kind, said["container-title"], said["volume"], said["ISSN"]) == (
        "article-journal", "Journal", "4", "1234-5678"
    )  # fmt: skip
    assert json.loads(book.fields) == {"publisher": "House", "publisher-place": "Bonn"}


def test_of_a_file_that_is_cut_off_what_stands_before_is_read() -> None:
    assert references(WHOLE[:-600], "a.rdf")[0].found.title == "A Study"


@pytest.mark.parametrize(
    "text",
    [
        f'<!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>{HEAD}&b;</rdf:RDF>',
        HEAD + "<dc:a>" * 100_000,
        "<rdf:RDF",
    ],
    ids=["entities", "depth", "nothing"],
)
def test_a_hostile_file_is_refused(text: str) -> None:
    with pytest.raises(BadDocument):
        references(text, "a.rdf")
