"""The forms about one provision of a working draft; each says what it asks and does one operation."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from proceedings.desk.cuts import cut_before, cuts_in
from proceedings.desk.forms import DeskForm
from proceedings.desk.places import find_place
from proceedings.models import Provision
from proceedings.operations import draft_mending
from proceedings.operations.refusals import Refused
from proceedings.vocabulary import ProvisionKind, ProvisionRole


class NodeForm(DeskForm):
    """A form about one provision."""

    title: str | Promise = ""
    hint: str | Promise = ""

    def __init__(self, *args: Any, provision: Provision, **options: Any) -> None:
        super().__init__(*args, **options)
        self.provision = provision

    def take(self, *, provision: Provision, **call: Any) -> Provision:
        """Do the step with what was filled in, on the words that were read; return the provision to go on from.

        Who goes on writing in one sitting makes no new step, so that the version is asked for beside the stand.
        """
        if self.data.get("version", str(provision.version)) != str(provision.version):
            raise Refused(
                _(
                    "Mục này vừa được người khác viết tiếp. Bản hiện tại ở bên cạnh; những gì đã nhập còn dưới đây."
                )
            )
        return self.do(provision=provision, **call)

    def do(self, *, provision: Provision, **call: Any) -> Provision:
        """Do the step."""
        raise NotImplementedError


class RetitleForm(NodeForm):
    """Another heading."""

    act, title, button = "retitle", _("Sửa tên mục"), _("Ghi tên mục")
    heading = forms.CharField(label=_("Tên mục"), required=False, widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.initial.setdefault("heading", self.provision.heading)

    def do(self, *, provision: Provision, **call: Any) -> Provision:
        """Give it the heading."""
        return draft_mending.retitle(provision=provision, heading=self.cleaned_data["heading"], **call)


class RelabelForm(NodeForm):
    """What the provision is, and its number."""

    act, title, button = "relabel", _("Đặt lại loại, số"), _("Đặt lại")
    places = {"parent": "kind"}
    kind = forms.ChoiceField(label=_("Loại"), choices=ProvisionKind.choices)
    number = forms.CharField(
        label=_("Số"),
        required=False,
        help_text=_(
            "Ví dụ 5, 12a, II, đ. Để trống thì đọc số và tên từ chính dòng chữ; đoạn thường không có số."
        ),
    )
    role = forms.ChoiceField(
        label=_("Nếu là đoạn, đoạn đó là"), choices=ProvisionRole.choices, required=False
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name in ("kind", "number", "role"):
            self.initial.setdefault(name, getattr(self.provision, name))

    def do(self, *, provision: Provision, **call: Any) -> Provision:
        """Make it what was said."""
        data = self.cleaned_data
        return draft_mending.relabel(
            provision=provision, kind=data["kind"], number=data["number"] or None, role=data["role"], **call
        )


class SplitForm(NodeForm):
    """Where the text is cut in two."""

    act, title, button = "split", _("Tách làm hai"), _("Tách")
    hint = _(
        "Phần sau thành một mục riêng; nếu nó mở đầu bằng “Điều 6.”, “2.” hay “b)” thì thành đúng loại đó."
    )
    at = forms.ChoiceField(
        label=_("Tách ở đâu"), widget=forms.RadioSelect, required=False,
        error_messages={"invalid_choice": _("Chỗ tách này không còn. Tải lại trang rồi chọn lại.")},
    )  # fmt: skip
    words = forms.CharField(
        label=_("Hoặc: phần sau bắt đầu bằng những chữ"),
        required=False,
        help_text=_("Chép mấy chữ đầu của phần sau, đúng như trong đoạn."),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        choices = [(str(cut.at), f"{cut.before} ┃ {cut.after}") for cut in cuts_in(self.provision.text)]
        if choices:
            self.fields["at"].choices = choices  # type: ignore[attr-defined]
        else:
            del self.fields["at"]

    def do(self, *, provision: Provision, **call: Any) -> Provision:
        """Cut it."""
        words, at = self.cleaned_data["words"], self.cleaned_data.get("at")
        if not words.strip() and not at:
            raise Refused(_("Chọn chỗ tách, hoặc chép mấy chữ đầu của phần sau."), field="words")
        place = cut_before(provision.text, words) if words.strip() else int(at or 0)
        return draft_mending.split(provision=provision, at=place, **call)


class MergeForm(NodeForm):
    """Join to the one before."""

    act, title, button = "merge", _("Gộp vào mục trước"), _("Gộp vào mục trước")
    as_one_paragraph = forms.BooleanField(
        label=_("Nối liền vào đoạn cuối của mục trước (dòng bị ngắt giữa chừng)"), required=False
    )

    def do(self, *, provision: Provision, **call: Any) -> Provision:
        """Join it."""
        joined = self.cleaned_data["as_one_paragraph"]
        return draft_mending.merge(provision=provision, as_one_paragraph=joined, **call)


class MoveForm(NodeForm):
    """Another place."""

    act, title, button = "move", _("Chuyển vị trí"), _("Chuyển")
    parent = forms.CharField(
        label=_("Chuyển vào mục"),
        required=False,
        help_text=_("Ví dụ “Chương II”, “Điều 12”, “khoản 2 Điều 5”. Để trống là ngoài cùng."),
    )
    place = forms.ChoiceField(
        label=_("Đứng ở"), choices=[("last", _("cuối mục đó")), ("first", _("đầu mục đó"))], initial="last"
    )

    def do(self, *, provision: Provision, **call: Any) -> Provision:
        """Hang it there."""
        words = self.cleaned_data["parent"].strip()
        parent = find_place(provision.draft, words, field="parent") if words else None
        beside = Provision.objects.filter(draft=provision.draft_id, parent=parent).exclude(pk=provision.pk)
        place = beside.count() if self.cleaned_data["place"] == "last" else 0
        return draft_mending.move(provision=provision, parent=parent, place=place, **call)


class InsertForm(NodeForm):
    """Another provision after this one."""

    act, title, button = "insert", _("Thêm mục ngay sau"), _("Thêm mục")
    kind = forms.ChoiceField(label=_("Loại"), choices=ProvisionKind.choices)
    number = forms.CharField(label=_("Số"), required=False, help_text=_("Ví dụ 5, 12a, II, đ."))
    heading = forms.CharField(label=_("Tên mục"), required=False)
    text = forms.CharField(
        label=_("Lời văn"), required=False, strip=False, widget=forms.Textarea(attrs={"rows": 4})
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.initial.setdefault("kind", self.provision.kind)

    def do(self, *, provision: Provision, **call: Any) -> Provision:
        """Add it after this one, beside it."""
        data = self.cleaned_data
        if not any(data[name].strip() for name in ("number", "heading", "text")):
            raise Refused(_("Ghi số, tên mục hoặc lời văn của mục mới."), field="text")
        beside = Provision.objects.filter(draft=provision.draft_id, parent=provision.parent_id)
        return draft_mending.insert(
            draft=provision.draft,
            parent=provision.parent,
            place=beside.filter(position__lte=provision.position).count(),
            **{name: data[name] for name in ("kind", "number", "heading", "text")},
            **call,
        )


#: The forms of the page of a provision, in their order.
FORMS: tuple[type[NodeForm], ...] = (RelabelForm, RetitleForm, SplitForm, MergeForm, MoveForm, InsertForm)
