"""Specimens of forms, states and messages."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.contrib.messages import SUCCESS, WARNING
from django.contrib.messages.storage.base import Message

from proceedings.publishing.specimens.specimen import Specimen

FIELD = "Tab to the control; help and errors are read with it. Radio groups: one stop, arrows choose."


class SampleForm(forms.Form):
    """Fields of every shape, with neutral labels."""

    title = forms.CharField(label="Tên văn bản", help_text="Như ghi trên văn bản, không thêm bớt.")
    note = forms.CharField(label="Ghi chú", required=False, widget=forms.Textarea)
    form = forms.ChoiceField(
        label="Hình thức", choices=[("a", "Văn bản góp ý"), ("b", "Bài tham luận")], widget=forms.RadioSelect
    )
    committee = forms.ChoiceField(label="Cơ quan", choices=[("a", "Cơ quan mẫu A"), ("b", "Cơ quan mẫu B")])
    file = forms.FileField(label="Tệp", required=False)
    is_clear = forms.BooleanField(
        label="Tôi đã kiểm tra văn bản này", help_text="Ghi cùng tên người xác nhận"
    )


def _field(name: str, *, wrong: bool = False, is_check: bool = False) -> Mapping[str, Any]:
    form = SampleForm(data={} if wrong else None, auto_id=f"sample_{'wrong_' if wrong else ''}%s")
    return {"field": form[name], "is_check": is_check}


FORMS = (
    Specimen(
        "field",
        "field (a bound field), is_check for a single check box",
        FIELD,
        "Printed as filled in.",
        (
            ("text with help", lambda: _field("title")),
            ("with an error", lambda: _field("title", wrong=True)),
            ("long text, optional", lambda: _field("note")),
            ("choice of one", lambda: _field("form")),
            ("list", lambda: _field("committee")),
            ("file", lambda: _field("file")),
            ("check box", lambda: _field("is_clear", is_check=True)),
            ("check box with an error", lambda: _field("is_clear", wrong=True, is_check=True)),
        ),
    ),
    Specimen(
        "required",
        "nothing",
        "Read as part of the label.",
        "Printed.",
        (("the mark", {}),),
        no_css="one class, kept with the field",
    ),
    Specimen(
        "form_errors",
        "errors (list of text, href to the control)",
        "Tab to each error, Enter jumps to its control.",
        "Printed.",
        (
            (
                "two errors",
                {
                    "errors": (
                        {"text": "Tên văn bản còn trống.", "href": "#sample_wrong_title"},
                        {"text": "Ngày 31/02/2030 không có trong lịch."},
                    )
                },
            ),
        ),
        no_css="it is a notice",
    ),
    Specimen(
        "button",
        "label; href (then it is a link), kind: quiet | danger, type, name, value, is_disabled, key (shown)",
        "Tab stops; Enter or Space acts.",
        "Not printed.",
        (
            ("main act", {"label": "Ghi vào sổ", "key": "Enter"}),
            ("second act", {"label": "Xem trước", "kind": "quiet", "href": "#forms"}),
            ("cannot be taken back", {"label": "Hủy số văn bản", "kind": "danger"}),
            ("not now", {"label": "Công bố", "is_disabled": True}),
        ),
    ),
    Specimen(
        "chip",
        "label, kind: adopted | partly | explained | noted | referred | progress | done | late | live | …",
        "No stop.",
        "Framed; the shape tells without colour.",
        (
            ("adopted", {"kind": "adopted", "label": "Tiếp thu"}),
            ("partly", {"kind": "partly", "label": "Tiếp thu một phần"}),
            ("explained", {"kind": "explained", "label": "Giải trình"}),
            ("noted", {"kind": "noted", "label": "Ghi nhận"}),
            ("referred", {"kind": "referred", "label": "Xin ý kiến"}),
            ("progress", {"kind": "progress", "label": "Đang xử lý"}),
            ("done", {"kind": "done", "label": "Hoàn thành"}),
            ("late", {"kind": "late", "label": "Quá hạn"}),
            ("ahead", {"kind": "ahead", "label": "Chưa thực hiện"}),
            ("live", {"kind": "live", "label": "Tham luận trực tiếp"}),
            ("void", {"kind": "void", "label": "Số đã hủy"}),
        ),
    ),
    Specimen(
        "notice",
        "kind: note | done | warning | danger; title, body, href, action",
        "Tab stops at the link; danger is announced at once.",
        "Printed, never broken across sheets.",
        (
            (
                "note",
                {
                    "kind": "note",
                    "body": "Ấn bản này đã có ấn bản mới hơn.",
                    "href": "#forms",
                    "action": "Đọc ấn bản 1.1",
                },
            ),
            ("done", {"kind": "done", "title": "Đã ghi vào sổ, số 93."}),
            (
                "warning",
                {
                    "kind": "warning",
                    "title": "Ký hiệu có dạng lạ",
                    "body": "Văn bản vẫn được nhận; xin xem lại ký hiệu.",
                },
            ),
            (
                "danger",
                {
                    "kind": "danger",
                    "title": "Chưa công bố được ấn bản",
                    "body": "Ổ đĩa đã đầy. Ấn bản đang phục vụ vẫn nguyên vẹn. Dọn chỗ rồi công bố lại.",
                },
            ),
        ),
    ),
    Specimen(
        "error_state",
        "what; code, safe (is my work safe), todo, href, action, heading (h1)",
        "Tab stops at the way out.",
        "Printed.",
        (
            (
                "not found",
                {
                    "code": "404",
                    "what": "Không có trang này",
                    "safe": "Không có gì bị mất: có thể địa chỉ gõ thiếu, hoặc trang thuộc một ấn bản khác.",
                    "todo": "Xem lại địa chỉ, hoặc bắt đầu từ danh sách hội thảo.",
                    "href": "#forms",
                    "action": "Danh sách hội thảo",
                    "heading": "h4",
                },
            ),
        ),
    ),
    Specimen(
        "empty",
        "text; href, action",
        "Tab stops at the link.",
        "Printed.",
        (("nothing", {"text": "Chưa có văn bản nào ở mục này.", "href": "#forms", "action": "Xem tất cả"}),),
    ),
    Specimen(
        "messages",
        "messages (of the messages framework)",
        "No stop; announced politely.",
        "Not printed.",
        (
            (
                "saved, and a caution",
                {
                    "messages": (
                        Message(SUCCESS, "Đã lưu lúc 14:05."),
                        Message(WARNING, "Ký hiệu này đã có ở văn bản số 12; xin xem lại."),
                    )
                },
            ),
            ("none", {"messages": ()}),
        ),
    ),
    Specimen(
        "progress",
        "value, most, label, text",
        "No stop; the words are announced as they change.",
        "The words and the bar.",
        (("under way", {"value": 37, "most": 92, "label": "Công bố ấn bản", "text": "Đã dựng 37/92 trang"}),),
    ),
    Specimen(
        "steps",
        "steps (list of label, place: done | current | ahead)",
        "No stop; a reader hears the list, the present step is announced as current.",
        "Printed as a line of words.",
        (
            (
                "in the middle",
                {
                    "steps": (
                        {"label": "Chọn tệp", "place": "done"},
                        {"label": "Xem lại", "place": "current"},
                        {"label": "Xác nhận gửi", "place": "ahead"},
                    )
                },
            ),
        ),
    ),
    Specimen(
        "sent_file",
        "anchor, name, kind and label of its chip; size, facts, notes, reason and remedy, href and action",
        "Tab stops at the button.",
        "Printed without the button, never broken across sheets.",
        (
            (
                "read, with a remark",
                {
                    "anchor": "sample-file-1",
                    "name": "Văn bản góp ý mẫu.docx",
                    "kind": "ahead",
                    "label": "Đã đọc, chờ cấp ủy xác nhận",
                    "size": 48_213,
                    "facts": (
                        {"term": "Số, ký hiệu", "values": ({"text": "123-CV/TU"},)},
                        {"term": "Ngày văn bản", "values": ({"text": "–"},)},
                    ),
                    "notes": ("Chưa thấy ngày văn bản: ghi vào nếu văn bản có.",),
                    "href": "#forms",
                    "action": "Xem và sửa",
                },
            ),
            (
                "refused",
                {
                    "anchor": "sample-file-2",
                    "name": "Phụ lục mẫu.docx",
                    "kind": "late",
                    "label": "Không nhận",
                    "size": 0,
                    "reason": "Tệp rỗng, không có nội dung.",
                    "remedy": "Đề nghị nơi gửi kiểm tra và gửi lại tệp.",
                },
            ),
        ),
    ),
    Specimen(
        "copyable",
        "anchor, text, label (of the button, which appears only where the script runs)",
        "Tab to the button, Enter copies; without the script a click selects the whole text.",
        "The text without the button.",
        (
            (
                "an address",
                {
                    "anchor": "sample-copyable",
                    "text": "https://ky-yeu.example/submit/mau/",
                    "label": "Chép địa chỉ mẫu",
                },
            ),
        ),
    ),
)
