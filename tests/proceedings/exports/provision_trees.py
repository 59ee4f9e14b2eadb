"""Trees of regulations for tests: a written one with everything in it, and generated ones."""

from dataclasses import replace

from hypothesis import strategies as st

from proceedings.text.provisions import LETTERS, LEVELS, Kind, Provision, Role, with_paths

T = Kind.TEXT


def text(words, role=Role.PLAIN, mark=""):
    return Provision(T, text=words, role=role, mark=mark)


def khoan(number, words="", *children):
    return Provision(Kind.KHOAN, number, text=words, mark=f"{number}.", children=children)


def diem(number, words):
    return Provision(Kind.DIEM, number, text=words, mark=f"{number})")


def dieu(number, heading, *children, words=""):
    return Provision(Kind.DIEU, number, heading, words, f"Điều {number}.", children=children)


REGULATION = with_paths(
    (
        text("QUY CHẾ\nPhối hợp công tác (VĂN BẢN MẪU)", Role.TITLE),
        text("Căn cứ Luật số 64/2025/QH15;\nXét đề nghị của cơ quan tham mưu;", Role.PREAMBLE),
        Provision(
            Kind.CHUONG,
            "I",
            "QUY ĐỊNH CHUNG",
            mark="Chương I",
            children=(
                dieu("1", "Phạm vi điều chỉnh", words="Quy chế này quy định việc phối hợp công tác."),
                dieu(
                    "2",
                    "Nguyên tắc",
                    text("Việc phối hợp theo các nguyên tắc sau:", Role.CHAPEAU),
                    khoan("1", "Đúng chức năng, nhiệm vụ."),
                    khoan(
                        "2",
                        "",
                        text("Bảo đảm:", Role.CHAPEAU),
                        diem("a", "Kịp thời;"),
                        diem("d", "Chính xác;"),
                        diem("đ", "An toàn."),
                        text("Trừ trường hợp đặc biệt.", Role.CLOSING),
                    ),
                    khoan("2", "Nhãn lặp lại."),
                ),
            ),
        ),
        Provision(
            Kind.CHUONG,
            "II",
            "TỔ CHỨC THỰC HIỆN",
            mark="Chương II",
            children=(
                Provision(
                    Kind.MUC,
                    "1",
                    "TRÁCH NHIỆM",
                    mark="Mục 1.",
                    children=(
                        dieu(
                            "3",
                            "Cơ quan chủ trì",
                            khoan(
                                "1",
                                "",
                                text("Gồm:", Role.CHAPEAU),
                                text("một;", Role.DASH, "-"),
                                text("hai.", Role.DASH, "-"),
                            ),
                            text("Cơ quan\tNhiệm vụ\nVăn phòng\tTổng hợp\nlẻ", Role.TABLE),
                        ),
                        dieu("3a", "Điều chèn", words="Nội dung chèn.\nĐoạn hai."),
                    ),
                ),
            ),
        ),
        text("Nơi nhận:\n- Như Điều 3;\nT/M CẤP ỦY", Role.SIGNATURE),
        Provision(
            T, "I", "MẪU BÁO CÁO", mark="Phụ lục I", role=Role.APPENDIX, children=(text("Nội dung mẫu"),)
        ),
    )
)

HOSTILE = st.text(
    st.one_of(
        st.sampled_from("aăâđĐơư 12.:;)(\t\r<>&\"'\u00a0\xad\u200b\u2028\ufeffe\u0323\u0302]-𝔘"),
        st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff\n"),
    ),
    max_size=12,
)
_LINES = st.lists(HOSTILE, min_size=1, max_size=3).map("\n".join)
_BARE_ROLES = st.sampled_from(list(Role))
_NUMBERS = st.one_of(
    st.sampled_from(["1", "2", "12a", "II", "thứ nhất", "đ1", *LETTERS]),
    HOSTILE.filter(lambda s: s.strip() == s),
)
_MARKS = st.one_of(st.sampled_from(["", "Điều 5.", "2.", "a)", "-", "+", "Chương II", "Phụ lục"]), HOSTILE)


@st.composite
def provisions(draw, depth=3):
    kind = draw(st.sampled_from([*LEVELS, T]))
    made = Provision(
        kind,
        draw(_NUMBERS) if kind is not T or draw(st.booleans()) else "",
        draw(HOSTILE),
        "",
        draw(_MARKS),
        draw(_BARE_ROLES) if kind is T else Role.PLAIN,
    )
    if kind is T and draw(st.booleans()):
        made = replace(made, number="", heading="", mark="")
    if depth and draw(st.booleans()):
        return replace(made, children=tuple(draw(st.lists(provisions(depth - 1), min_size=1, max_size=4))))
    return replace(made, text=draw(_LINES))


TREES = st.lists(provisions(), min_size=1, max_size=5).map(with_paths)
