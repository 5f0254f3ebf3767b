from paperdesk.domain.hit import Answer, Hit, HitKind
from paperdesk.domain.paper import PaperId
from paperdesk.search import wire


def test_an_answer_survives_the_pipe() -> None:
    hit = Hit(HitKind.PAGE, PaperId(3), "Tïtle", "a “snippet”\n", 1.5, 4, "", ((0, 1),), ((2, 3),))
    answer = Answer((hit,), ("word",), 7, relaxed=True, fault="“x” is no year.")
    sent = wire.line({"answer": wire.told(answer)})
    assert sent.count(b"\n") == 1
    assert wire.answer(wire.message(sent)["answer"]) == answer
