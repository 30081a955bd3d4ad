from django.http import Http404, HttpRequest, HttpResponse


def verify_form(request: HttpRequest) -> HttpResponse:
    raise Http404


def verify(request: HttpRequest, token: str) -> HttpResponse:
    raise Http404
