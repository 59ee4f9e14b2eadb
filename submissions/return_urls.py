"""The addresses at which drafts come back as Word files, below /desk/drafts/."""

from django.urls import path

from submissions.views import returning

app_name = "returned"

urlpatterns = [
    path("<slug:slug>/<slug:text>/return/", returning.page, name="page"),
    path("<slug:slug>/<slug:text>/return/upload/", returning.upload, name="upload"),
    path("<slug:slug>/<slug:text>/return/<int:pk>/", returning.review, name="review"),
    path("<slug:slug>/<slug:text>/return/<int:pk>/decide/", returning.decide, name="decide"),
]
