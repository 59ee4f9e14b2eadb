"""What each operation is called in the history."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

OPERATIONS: Mapping[str, str | Promise] = {
    "contributions.register": gettext_lazy("Vào sổ"),
    "contributions.amend": gettext_lazy("Sửa văn bản"),
    "contributions.void": gettext_lazy("Hủy số"),
    "contributions.circulate": gettext_lazy("Đặt phạm vi phổ biến"),
    "attachments.attach": gettext_lazy("Đính kèm tệp"),
    "replacements.replace": gettext_lazy("Thay bằng bản mới"),
    "contributions_in_bulk.register_all": gettext_lazy("Vào sổ"),
    "contributions_in_bulk.attach_to_all": gettext_lazy("Đính kèm tệp"),
    "contributions_in_bulk.assign_theme": gettext_lazy("Xếp nhóm vấn đề"),
    "contributions_in_bulk.void_all": gettext_lazy("Hủy số"),
    "workshops.convene": gettext_lazy("Lập hội thảo"),
    "workshops.amend": gettext_lazy("Sửa hội thảo"),
    "workshops.move_on": gettext_lazy("Chuyển giai đoạn"),
    "workshops.invite": gettext_lazy("Mời cấp ủy"),
    "workshops.remind": gettext_lazy("Nhắc cấp ủy"),
    "workshops.remind_all": gettext_lazy("Nhắc cấp ủy"),
    "workshops.arrange": gettext_lazy("Sắp xếp thành phần của hội thảo"),
    "consulted_texts.add_text": gettext_lazy("Thêm văn bản lấy ý kiến"),
    "consulted_texts.amend_text": gettext_lazy("Sửa văn bản lấy ý kiến"),
    "consulted_texts.record_issued_document": gettext_lazy("Ghi văn bản đã ban hành"),
    "drafts.start_from_outline": gettext_lazy("Bắt đầu dự thảo từ văn bản"),
    "draft_reading.start_from_paragraphs": gettext_lazy("Bắt đầu dự thảo từ văn bản"),
    "drafts.start_next": gettext_lazy("Bắt đầu dự thảo tiếp theo"),
    "drafts.amend_draft": gettext_lazy("Sửa dự thảo"),
    "drafts.discard": gettext_lazy("Hủy bản đang soạn"),
    "drafts.issue": gettext_lazy("Phát hành dự thảo"),
    "draft_mending.promote": gettext_lazy("Nâng một cấp"),
    "draft_mending.demote": gettext_lazy("Hạ một cấp"),
    "draft_mending.split": gettext_lazy("Tách mục"),
    "draft_mending.merge": gettext_lazy("Gộp mục"),
    "draft_mending.relabel": gettext_lazy("Đặt lại loại, số"),
    "draft_mending.retitle": gettext_lazy("Sửa tên mục"),
    "draft_mending.move": gettext_lazy("Chuyển vị trí"),
    "draft_mending.insert": gettext_lazy("Thêm mục"),
    "draft_mending.remove": gettext_lazy("Bỏ mục"),
    "draft_steps.undo": gettext_lazy("Hoàn tác"),
    "draft_steps.redo": gettext_lazy("Làm lại"),
    "draft_writing.write": gettext_lazy("Sửa lời văn"),
    "draft_rewriting.rewrite": gettext_lazy("Soạn lại mục"),
    "draft_units.insert_article": gettext_lazy("Thêm điều"),
    "draft_units.insert_text": gettext_lazy("Thêm đoạn"),
    "draft_units.remove_unit": gettext_lazy("Bỏ mục"),
    "draft_units.restore_unit": gettext_lazy("Khôi phục mục"),
    "draft_units.bring_back": gettext_lazy("Đưa mục đã bỏ trở lại"),
    "draft_removals.explain_removal": gettext_lazy("Ghi lý do bỏ"),
    "lineages.propose_lineage": gettext_lazy("Đề xuất dòng kế thừa"),
    "lineage_proposals.propose_from_engine": gettext_lazy("Đề xuất dòng kế thừa"),
    "lineages.confirm_lineage": gettext_lazy("Xác nhận dòng kế thừa"),
    "lineages.correct_lineage": gettext_lazy("Sửa dòng kế thừa"),
    "points.mark_point": gettext_lazy("Ghi ý kiến"),
    "points.amend_point": gettext_lazy("Sửa ý kiến"),
    "points.remove_point": gettext_lazy("Bỏ ý kiến"),
    "no_requests.mark_no_request": gettext_lazy("Ghi là không nêu yêu cầu"),
    "no_requests.unmark_no_request": gettext_lazy("Bỏ dấu “không nêu yêu cầu”"),
    "no_requests.mark_rest": gettext_lazy("Ghi phần còn lại là không nêu yêu cầu"),
    "no_requests.agree_fully": gettext_lazy("Ghi nhất trí hoàn toàn"),
    "point_marks.accept_marks": gettext_lazy("Nhận các đề xuất tách ý kiến"),
    "carrying_over.carry_over": gettext_lazy("Chuyển ý kiến từ bản trước"),
    "assignments.assign_points": gettext_lazy("Giao ý kiến"),
    "assignments.assign_splitting": gettext_lazy("Giao tách ý kiến"),
    "groupings.ask_for_groups": gettext_lazy("Tìm nhóm ý kiến giống nhau"),
    "groupings.join_group": gettext_lazy("Trả lời chung cả nhóm ý kiến"),
    "groupings.dismiss_group": gettext_lazy("Bỏ nhóm được đề xuất"),
    "responses.respond": gettext_lazy("Soạn tiếp thu, giải trình"),
    "responses.save_response": gettext_lazy("Sửa tiếp thu, giải trình"),
    "responses.propose_response": gettext_lazy("Trình duyệt"),
    "responses.approve_response": gettext_lazy("Duyệt"),
    "responses.send_back": gettext_lazy("Trả lại"),
    "responses.reopen_response": gettext_lazy("Mở lại"),
    "shared_responses.join_response": gettext_lazy("Gộp ý kiến vào nhóm"),
    "shared_responses.take_out": gettext_lazy("Gỡ ý kiến khỏi nhóm"),
    "shared_responses.unanswer": gettext_lazy("Bỏ trả lời"),
    "remedies.name_what_changed": gettext_lazy("Nêu lại điều khoản đã sửa"),
    "remedies.decide_alike": gettext_lazy("Thống nhất quyết định"),
    "replies.write_addendum": gettext_lazy("Ghi nội dung riêng cho cấp ủy"),
    "replies.record_reply": gettext_lazy("Ghi phản hồi của cấp ủy"),
    "answers.answer_point": gettext_lazy("Soạn tiếp thu, giải trình"),
    "answers.share_answer": gettext_lazy("Gộp ý kiến vào nhóm"),
    "answers.leave_group": gettext_lazy("Gỡ ý kiến khỏi nhóm"),
    "approvals.approve_batch": gettext_lazy("Duyệt cả đợt"),
    "approvals.undo_batch": gettext_lazy("Hoàn tác đợt duyệt"),
    "reason_snippets.add_snippet": gettext_lazy("Thêm mẫu giải trình"),
    "reason_snippets.amend_snippet": gettext_lazy("Sửa mẫu giải trình"),
    "saved_queues.save_queue": gettext_lazy("Lưu bộ lọc"),
    "saved_queues.delete_queue": gettext_lazy("Xóa bộ lọc"),
    "closings.close_synthesis": gettext_lazy("Khóa tổng hợp"),
    "closings.reopen_synthesis": gettext_lazy("Mở lại tổng hợp"),
    "conclusions.conclude": gettext_lazy("Ghi kết luận"),
    "conclusions.amend": gettext_lazy("Sửa kết luận"),
    "conclusions.report": gettext_lazy("Báo cáo nhiệm vụ"),
    "editions.plan": gettext_lazy("Yêu cầu công bố"),
    "editions.request": gettext_lazy("Yêu cầu công bố"),
    "editions.begin": gettext_lazy("Bắt đầu công bố"),
    "editions.fail": gettext_lazy("Ngừng công bố"),
    "editions.issue": gettext_lazy("Công bố ấn bản"),
    "accounts.open_account": gettext_lazy("Lập tài khoản"),
    "accounts.amend": gettext_lazy("Sửa tài khoản"),
}
#: What operations were called when they stood in other modules: the history keeps the name of the time.
FORMER: Mapping[str, str] = {
    "contributions.attach": "attachments.attach",
}
#: What the operations of packages that build on the record are called.
_added: dict[str, str | Promise] = {}


def add_operations(names: Mapping[str, str | Promise]) -> None:
    """Let a package that builds on the record name its own operations."""
    _added.update(names)


def name_operation(operation: str) -> str:
    """Return what an operation is called in the history, also by a name that it had before; else the name itself."""
    known = FORMER.get(operation, operation)
    return str(OPERATIONS.get(known) or _added.get(known, "")) or operation
