"""The addresses of the intake desk, below /desk/intake/."""

from django.urls import path

from submissions.views import batches, deciding, files, letters, registering, submission, table, uploading

app_name = "intake"

urlpatterns = [
    path("", table.workshops, name="workshops"),
    path("<slug:slug>/", table.table, name="table"),
    path("<slug:slug>/status/", table.status, name="status"),
    path("<slug:slug>/upload/", uploading.upload, name="upload"),
    path("<slug:slug>/register/", registering.register, name="register"),
    path("<slug:slug>/batches/<int:pk>/stop/", batches.stop, name="batch-stop"),
    path("<slug:slug>/<int:pk>/", submission.submission, name="submission"),
    path("<slug:slug>/<int:pk>/file/", files.original, name="submission-file"),
    path("<slug:slug>/<int:pk>/pages/<int:number>.png", files.page, name="submission-page"),
    path("<slug:slug>/<int:pk>/undo/", registering.undo, name="submission-undo"),
    path("<slug:slug>/<int:pk>/refuse/", deciding.refuse, name="submission-refuse"),
    path("<slug:slug>/<int:pk>/reconsider/", deciding.reconsider, name="submission-reconsider"),
    path("<slug:slug>/<int:pk>/take-away/", deciding.take_away, name="submission-take-away"),
    path("<slug:slug>/<int:pk>/recognise/", deciding.recognise, name="submission-recognise"),
    path("<slug:slug>/<int:pk>/letter/", letters.letter, name="submission-letter"),
    path("<slug:slug>/<int:pk>/letter.docx", letters.letter_for_word, name="submission-letter-docx"),
]
