"""Specimens of a workshop's own parts: its sections, its outline, its people, its committees by name."""

from proceedings.publishing.specimens.specimen import Specimen

LINKS = "Tab stops at the links in reading order; Enter follows."
GONE = "Not printed."
NO_STOP = "No stop of its own."

PEOPLE = (
    {
        "full_name": "Người chủ trì mẫu",
        "posts": "Chức vụ mẫu một, chức vụ mẫu hai",
        "role": {"label": "Chủ trì"},
    },
    {"full_name": "Đại biểu mẫu", "posts": "", "role": {"label": "Đại biểu"}},
)

WORKSHOP = (
    Specimen(
        "sections",
        "label, items (list of label, href, is_current)",
        LINKS,
        GONE,
        (
            (
                "second chosen",
                {
                    "label": "Các phần mẫu",
                    "items": (
                        {"label": "Giới thiệu", "href": "#workshop"},
                        {"label": "Văn bản góp ý", "href": "#workshop", "is_current": True},
                        {"label": "Kết luận", "href": "#workshop"},
                    ),
                },
            ),
        ),
    ),
    Specimen(
        "theme_list",
        "themes (list of label, count, href; one without href leads nowhere)",
        LINKS,
        "Printed.",
        (
            (
                "one with documents, one without",
                {
                    "themes": (
                        {"label": "Nhóm vấn đề mẫu thứ nhất", "count": 17, "href": "#workshop"},
                        {"label": "Nhóm vấn đề mẫu chưa có văn bản", "count": 0, "href": ""},
                    )
                },
            ),
        ),
    ),
    Specimen(
        "people",
        "people (list of full_name, posts, role.label), with_role",
        NO_STOP,
        "Printed, nobody broken across sheets.",
        (("two people", {"people": PEOPLE, "with_role": True}),),
    ),
    Specimen(
        "name_index",
        "names (list of label, href, mark)",
        LINKS,
        "In four columns.",
        (
            (
                "three committees",
                {
                    "names": (
                        {"label": "Cấp ủy mẫu A", "href": "#workshop", "mark": "T"},
                        {"label": "Cấp ủy mẫu B", "href": "#workshop", "mark": "G"},
                        {"label": "Cấp ủy mẫu C", "href": "", "mark": ""},
                    )
                },
            ),
        ),
    ),
)
