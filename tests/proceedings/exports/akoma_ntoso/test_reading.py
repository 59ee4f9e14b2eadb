import time

import pytest

from proceedings.exports.akoma_ntoso import UnreadableAkomaNtoso, read_akoma_ntoso, write_akoma_ntoso
from proceedings.exports.akoma_ntoso.names import AKN
from proceedings.exports.akoma_ntoso.reading import BYTES_ALLOWED
from proceedings.text.provisions import Kind, Role, plain_text, with_paths
from tests.proceedings.exports.akoma_ntoso.test_round_trip import IDENTITY
from tests.proceedings.exports.provision_trees import REGULATION, dieu, khoan

FOREIGN = f"""<?xml version="1.0" encoding="UTF-8"?>
<akomaNtoso xmlns="{AKN}">
  <act name="luat">
    <meta><identification source="#x"><FRBRWork><FRBRuri value="/akn/vn/act/2020/1"/>
      <FRBRalias value="Luật mẫu"/></FRBRWork></identification></meta>
    <preface><longTitle><p>Luật <docTitle>mẫu</docTitle></p></longTitle></preface>
    <body>
      <title><num>Thiên I</num><heading>Chung</heading>
        <article eId="art_1"><num>Điều 1.</num><heading>Phạm
            vi</heading>
          <clause><num>1.</num><content><p>Theo <ref href="#x">Luật
             này</ref>, và:</p>
            <blockList eId="l"><item eId="i"><num>a)</num><p>một;</p></item></blockList>
            <table><tr><th><p>A</p></th><td>B</td></tr></table></content></clause>
        </article>
      </title>
    </body>
    <attachments/>
  </act>
</akomaNtoso>""".encode()


def test_foreign_document_is_read_with_warnings():
    imported = read_akoma_ntoso(FOREIGN)

    title, unit = imported.tree
    article = unit.children[0]
    assert (title.role, title.text) == (Role.TITLE, "Luật mẫu")
    assert (unit.kind, unit.mark, unit.heading) == (Kind.TEXT, "Thiên I", "Chung")
    assert (article.path, article.heading) == ("dieu-1", "Phạm vi")
    assert article.children[0].kind is Kind.KHOAN
    assert article.children[0].text == "Theo Luật này, và:\na)\nmột;\nA\tB"
    assert [str(warning).split("”")[0] for warning in imported.warnings] == [
        "Phần tử “title",
        "Phần tử “blockList",
        "Phần tử “item",
        "Phần tử “attachments",
    ]


def test_metadata_is_read():
    metadata = read_akoma_ntoso(write_akoma_ntoso(REGULATION, IDENTITY)).metadata

    assert (metadata.kind, metadata.title, metadata.version) == ("bill", "Quy chế phối hợp", "2")
    assert (metadata.work, metadata.expression) == (IDENTITY.work, IDENTITY.expression())
    assert (metadata.date, metadata.language) == ("2026-03-09", "vie")
    assert read_akoma_ntoso(FOREIGN).metadata.title == "Luật mẫu"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "XML"),
        (b"khong phai xml", "XML"),
        (FOREIGN[:900], "XML"),
        (b"<a>" * 300 + b"</a>" * 300, "XML"),
        (b"<html/>", "Akoma Ntoso 3.0"),
        (FOREIGN.replace(b'3.0"', b'3.0/WD17"'), "Akoma Ntoso 3.0"),
        (f'<akomaNtoso xmlns="{AKN}"><doc/></akomaNtoso>'.encode(), "phần thân"),
        (f'<akomaNtoso xmlns="{AKN}"><act><body/></act></akomaNtoso>'.encode(), "không có điều khoản"),
        (b'<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', "DOCTYPE"),
        (
            '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>'.encode(
                "utf-16"
            ),
            "DOCTYPE",
        ),
        (b'<?xml version="1.0" encoding="no-such"?><a/>', "XML"),
        (b" " * (BYTES_ALLOWED + 1), "quá lớn"),
    ],
)
def test_what_is_no_such_document_is_refused_with_a_reason(data, reason):
    with pytest.raises(UnreadableAkomaNtoso, match=reason):
        read_akoma_ntoso(data)


def test_document_type_that_the_parser_sees_is_refused():
    data = b'<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE a+AD4-<a/>'

    with pytest.raises(UnreadableAkomaNtoso):
        read_akoma_ntoso(data)


def test_500_articles_are_written_and_read_in_time():
    article = [
        dieu(str(n), "Tên điều", *[khoan(str(m), "Nội dung " * 20) for m in range(1, 5)])
        for n in range(1, 501)
    ]
    tree = with_paths(article)

    begun = time.process_time()
    again = read_akoma_ntoso(write_akoma_ntoso(tree, IDENTITY)).tree

    assert time.process_time() - begun < 2
    assert plain_text(again) == plain_text(tree)
