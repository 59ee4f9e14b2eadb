"""The addresses at which points are answered, below /desk/points/."""

from django.urls import path

from proceedings.desk import (
    answering,
    answering_group,
    answering_reply,
    answering_responses,
    answering_snippets,
    answering_unit,
)

app_name = "points"

urlpatterns = [
    path("<slug:slug>/<int:pk>/", answering.point, name="point"),
    path("<slug:slug>/<int:pk>/document/", answering.document, name="document"),
    path("<slug:slug>/<int:pk>/join/", answering_group.join, name="join"),
    path("<slug:slug>/<int:pk>/leave/", answering_group.leave, name="leave"),
    path("<slug:slug>/<int:pk>/provision/", answering_unit.write, name="provision"),
    path("<slug:slug>/<int:pk>/reply/", answering_reply.record, name="reply"),
    path("<slug:slug>/responses/<int:pk>/", answering_responses.response, name="response"),
    path("<slug:slug>/responses/<int:pk>/approve/", answering_responses.approve, name="approve"),
    path("<slug:slug>/responses/<int:pk>/send-back/", answering_responses.back, name="send-back"),
    path("<slug:slug>/responses/<int:pk>/reopen/", answering_responses.reopen, name="reopen"),
    path("<slug:slug>/snippets/", answering_snippets.snippets, name="snippets"),
    path("<slug:slug>/snippets/<int:pk>/", answering_snippets.snippet, name="snippet"),
]
