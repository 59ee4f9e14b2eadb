"""A small draft that the tests of citations share: two chapters, inserted units, a number that repeats."""

from proceedings.text.provisions import Kind, Provision, Role, with_paths


def diem(*numbers):
    return tuple(Provision(Kind.DIEM, number, text=f"ý {number};", mark=f"{number})") for number in numbers)


def khoan(number, *letters):
    text = "" if letters else f"nội dung {number}."
    return Provision(Kind.KHOAN, number, text=text, mark=f"{number}.", children=diem(*letters))


def dieu(number, *children):
    return Provision(
        Kind.DIEU, number, heading=f"Tên {number}", mark=f"Điều {number}.", children=children,
        text="" if children else "Nội dung.",
    )  # fmt: skip


def above(kind, number, *children):
    return Provision(kind, number, heading="Tên", children=children)


def dash(text):
    return Provision(Kind.TEXT, text=text, mark="-", role=Role.DASH)


DRAFT = with_paths(
    [
        above(
            Kind.CHUONG, "I",
            above(Kind.MUC, "1", dieu("1"), dieu("2", khoan("1"), khoan("2", "a", "b"))),
            above(Kind.MUC, "2", dieu("3", dash("một"), dash("hai"))),
        ),
        above(
            Kind.CHUONG, "II",
            above(
                Kind.MUC, "1", dieu("4", khoan("1", "a"), khoan("2", "c", "d", "d1", "đ", "e", "i")),
                dieu("5", khoan("1"), khoan("2", "a", "b", "c", "d"), khoan("3"), khoan("3a"), khoan("4")),
            ),
        ),
        above(
            Kind.CHUONG, "III",
            dieu("8"), dieu("9", khoan("1")), dieu("9a"), dieu("10"),
            dieu("12b", khoan("3"), khoan("3a")),
            dieu("31", khoan("1", "a", "b"), khoan("2", "a", "b"), khoan("3")),
            dieu("40", khoan("1")), dieu("40", khoan("1"), khoan("2")),
        ),
        Provision(Kind.TEXT, "I", role=Role.APPENDIX, text="Biểu mẫu", mark="Phụ lục I"),
    ]
)  # fmt: skip
