"""The addresses of the queues, below /desk/queue/."""

from django.urls import path

from proceedings.desk import queue, queue_approving, queue_assigning, queue_batches, queue_tables

app_name = "queues"

_APPROVE = "<slug:slug>/approve"

urlpatterns = [
    path("", queue.workshops, name="workshops"),
    path("<slug:slug>/", queue.queue, name="queue"),
    path("<slug:slug>/columns/", queue.choose_columns, name="columns"),
    path("<slug:slug>/table/", queue_tables.table, name="table"),
    path("<slug:slug>/table.xlsx", queue_tables.workbook, name="workbook"),
    path("<slug:slug>/assign/", queue_assigning.assign, name="assign"),
    path("<slug:slug>/save/", queue_assigning.save, name="save"),
    path("<slug:slug>/saved/<int:pk>/delete/", queue_assigning.forget, name="forget"),
    path(f"{_APPROVE}/", queue_approving.approvals, name="approvals"),
    path(f"{_APPROVE}/<int:pk>/", queue_approving.decide, name="decide"),
    path(f"{_APPROVE}/preview/", queue_batches.preview, name="preview"),
    path(f"{_APPROVE}/batch/", queue_batches.approve, name="approve"),
    path(f"{_APPROVE}/batches/", queue_batches.batches, name="batches"),
    path(f"{_APPROVE}/batches/<int:pk>/", queue_batches.batch, name="batch"),
    path(f"{_APPROVE}/batches/<int:pk>/undo/", queue_batches.undo, name="undo"),
]
