"""What a user does: fill in, switch, go back, make mistakes."""

import shutil
from datetime import date
from decimal import Decimal

import pytest

from checker.checks.question import Question
from checker.models.estimate import Certainty, Estimate
from checker.models.problem import path_text
from checker.models.regulation import Instrument, Phase, Regulation
from checker.readers import dossier
from checker.rulebook.locate import OWN_RULES
from checker.ui import library, state
from checker.ui.components import downloads
from tests.ui.conftest import App

TITLE = "Titel van de regeling"
ARTICLE = "Artikel van de verplichting"


def open_duties(app: App) -> App:
    return app.go("obligations")


def add_duty(app: App, article: str) -> App:
    label = "Toevoegen" if app.regulation.obligations else "De eerste toevoegen"
    return app.press(label).type(ARTICLE, article)


def add_activity(app: App) -> App:
    add_duty(open_duties(app), "4")
    return app.part("activities").press("De eerste toevoegen").part("cost")


# --- keeping --------------------------------------------------------------------------------------


def test_values_of_every_kind_survive_other_pages(app):
    app.go("identity").type(TITLE, "Besluit proef")
    app.find("selectbox", "Soort regeling").select(Instrument.AMVB).run()
    app.find("multiselect", "Wat de bovenliggende regeling al regelt").select("sanctions").run()
    app.part("dates")
    app.find("date_input", "Datum van inwerkingtreding").set_value(date(2027, 1, 1)).run()
    app.find("radio", "Terugwerkende kracht").set_value(False).run()
    app.go("scorecard").go("eu").go("rules").go("identity")
    identity = app.regulation.identity
    assert identity.title == "Besluit proef"
    assert identity.instrument is Instrument.AMVB
    assert identity.entry_into_force == date(2027, 1, 1)
    assert identity.retroactive is False
    assert identity.parent_act.provides == ("sanctions",)
    assert app.find("radio", "Terugwerkende kracht").value is False  # the part is kept too
    app.part("what")
    assert app.find("text_input", TITLE).value == "Besluit proef"
    assert app.find("selectbox", "Soort regeling").value is Instrument.AMVB


def test_emptying_a_field_makes_it_unknown_again(app):
    app.go("identity").type(TITLE, "Besluit").type(TITLE, "")
    assert app.regulation == Regulation()


def test_nothing_of_a_dossier_leaks_into_the_next(app, largest):
    app.go("identity").type(TITLE, "Eerst")
    app.test.session_state["desk"] = app.desk
    state_before = app.desk
    state_before.regulation, state_before.epoch = largest, state_before.epoch + 1
    app.test.run()
    assert app.find("text_input", TITLE).value == largest.identity.title
    app.go("start").press("Nieuw dossier beginnen").go("identity")
    assert app.find("text_input", TITLE).value == ""
    assert app.regulation == Regulation()


def test_another_language_keeps_everything(app):
    app.go("identity").type(TITLE, "Besluit proef")
    app.part("dates").language("en")
    assert app.regulation.identity.title == "Besluit proef"
    assert app.headings == ["The regulation"]
    assert "Date of entry into force" in app.labels("date_input")
    app.part("what")
    assert app.test.main.get("text_input")[0].value == "Besluit proef"
    app.language("nl")
    assert app.find("text_input", TITLE).value == "Besluit proef"


def test_a_number_typed_in_dutch_is_the_same_in_english(app):
    add_activity(app).type("Minuten per keer", "1,5")
    assert app.regulation.obligations[0].activities[0].minutes == Estimate.exactly(Decimal("1.5"))
    app.language("en")
    assert "1.5" in [widget.value for widget in app.test.main.get("text_input")]
    assert app.regulation.obligations[0].activities[0].minutes == Estimate.exactly(Decimal("1.5"))


# --- scoring --------------------------------------------------------------------------------------


def test_a_changed_answer_changes_the_score(largest, rulebook, open_app):
    app = open_app(largest).go("scorecard")
    before = app.desk.assessed[1]
    rule = next(
        f.rule
        for f in before.findings
        if f.outcome == "pass"
        and any(a.rule == f.rule and a.value == "ja" for a in largest.answers)
    )
    section = next(r.section for r in rulebook.rules if r.id == rule)
    app.go(section)
    key = next(
        w for part in _question_parts(app) for w in app.part(part).test.main.get("radio")
        if f"answer|{rule}|" in w.key
    )  # fmt: skip
    key.set_value("nee").run()
    after = app.go("scorecard").desk.assessed[1]
    assert after.finding(rule).outcome == "fail"
    score = {c.criterion: c.score for c in before.criteria}
    criterion = after.finding(rule).criterion
    assert next(c.score for c in after.criteria if c.criterion == criterion) < score[criterion]


def _question_parts(app: App):
    for number in range(1, 10):
        try:
            app.part(f"questions-{number}")
        except AssertionError:
            return
        yield f"questions-{number}"


def test_not_applicable_asks_for_its_reason(app, rulebook):
    app.go("identity")
    app.find("selectbox", "Fase van het voorstel").select(Phase.ADOPTION).run()
    rule, section = next(
        (rule.id, rule.section)
        for rule in rulebook.stable_rules
        if rule.check.kind == "question" and rule.applies_to == type(rule.applies_to)()
    )
    app.go(section)
    radio = next(
        w for part in _question_parts(app) for w in app.part(part).test.main.get("radio")
        if f"answer|{rule}|" in w.key
    )  # fmt: skip
    radio.set_value("nvt").run()
    assert app.desk.assessed[1].finding(rule).reason == "not_applicable_without_reason"
    app.type("Toelichting bij het antwoord", "Er is geen toezicht.")
    assert app.desk.assessed[1].finding(rule).outcome == "not_applicable"


def test_the_way_from_a_change_leads_to_its_question(largest, rulebook, open_app):
    app = open_app(largest).go("scorecard")
    asked = {rule.id for rule in rulebook.rules if isinstance(rule.check, Question)}
    proposed = [change.rule for change in app.desk.assessed[1].changes]
    rule = next(rule for rule in proposed if rule in asked)
    app.press("Naar dit punt", proposed.index(rule))
    app.assert_sound()
    assert app.headings != ["Scorekaart"]
    assert any(f"|{rule}|" in w.key for w in app.test.main.get("radio"))


def test_the_assessment_is_made_once_per_dossier(monkeypatch, largest, rulebook):
    desk = state.Desk(regulation=largest)
    made = []
    monkeypatch.setattr(state, "desk", lambda: desk)
    monkeypatch.setattr(state, "assess", lambda *given: made.append(given) or "result")
    assert [state.assessment(rulebook) for _ in range(3)] == ["result"] * 3
    desk.regulation = Regulation()
    state.assessment(rulebook)
    assert len(made) == 2


# --- wrong input ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("label", "typed", "sentence"),
    [
        ("Minuten per keer", "twaalf", "is geen getal"),
        ("Minuten per keer", "-5", "te klein"),
        ("Aandeel bedrijfseigen kosten", "3", "tussen 0 en 1"),
    ],
)
def test_what_cannot_be_is_said_at_the_field_and_kept(app, label, typed, sentence):
    add_activity(app).type(label, typed)
    app.assert_sound()
    assert sentence in app.html
    assert app.regulation.obligations[0].activities[0].minutes is None
    app.go("scorecard").assert_sound()
    assert label in app.html  # named at the top of every page
    open_duties(app)
    assert app.find("text_input", label).value == typed
    app.type(label, "0,5")
    assert sentence not in app.html
    assert app.desk.refused == {}


def test_what_counts_meanwhile_is_said_where_something_cannot_be(app):
    add_activity(app).type("Minuten per keer", "30").type("Minuten per keer", "twaalf")
    assert "zolang telt 30" in app.html
    app.go("burden").assert_sound()
    assert "Minuten per keer (zolang telt 30)" in app.html
    open_duties(app)
    app.type("Minuten per keer", "").type("Minuten per keer", "-5,5")
    assert "‘-5,5’ is te klein: ten minste 0" in app.html
    assert "telt het veld als leeg" in app.html
    app.part("bought").type("Levensduur in jaren", "0")
    assert "‘0’ is te klein: het moet meer dan 0 zijn" in app.html


def test_a_range_the_wrong_way_round(app):
    add_activity(app).type("Minuten per keer", "30").press("Marge en herkomst")
    app.type("Lage schatting", "50")
    assert "mag niet boven de middenschatting" in app.html
    assert "lage schatting 50, middenschatting 30" in app.html
    minutes = app.regulation.obligations[0].activities[0].minutes
    assert minutes == Estimate.exactly(30)
    app.type("Lage schatting", "20")
    app.find("selectbox", "Zekerheid van het getal").select(Certainty.EXPERT).run()
    app.type("Bron van het getal", "Navraag")
    minutes = app.regulation.obligations[0].activities[0].minutes
    assert (minutes.low, minutes.mid, minutes.high) == (20, 30, 30)
    assert (minutes.certainty, minutes.source) == (Certainty.EXPERT, "Navraag")


def test_emptying_a_figure_with_an_origin_asks_what_is_meant(app):
    add_activity(app).type("Minuten per keer", "30").press("Marge en herkomst")
    app.type("Bron van het getal", "Navraag").type("Minuten per keer", "")
    assert "middenschatting ontbreekt" in app.html
    assert app.regulation.obligations[0].activities[0].minutes.source == "Navraag"


def test_two_frequencies_are_refused_until_one_goes(app):
    add_activity(app).part("often")
    app.type("Aantal keren per jaar", "2").type("Eens per aantal jaren", "5")
    assert "Vul een van beide in" in app.html
    app.type("Eens per aantal jaren", "")
    assert app.desk.refused == {}


def test_a_text_that_is_too_long_is_kept_and_said(app):
    app.go("identity").type("Naam van dit concept", "x" * 300)
    assert "te lang" in app.html
    assert app.find("text_input", "Naam van dit concept").value == "x" * 300


def test_what_stood_in_the_way_of_a_refused_field_may_go(app):
    add_activity(app).part("often")
    app.type("Aantal keren per jaar", "2").type("Eens per aantal jaren", "5")
    assert "Vul een van beide in" in app.html
    app.type("Aantal keren per jaar", "")
    assert app.desk.refused == {}
    activity = app.regulation.obligations[0].activities[0]
    assert (activity.times_per_year, activity.every_years) == (None, 5)
    app.test.sidebar.get("button")[0].click().run()
    assert len(app.desk.refused) == 1  # both come back with one step


def test_a_refused_figure_is_shown_and_read_in_the_language_of_the_screen(app):
    add_activity(app).type("Minuten per keer", "30").press("Marge en herkomst")
    app.type("Lage schatting", "1.250")
    assert "mag niet boven de middenschatting" in app.html
    app.language("en")
    minutes = next(w for w in app.test.main.get("text_input") if w.value == "30")
    assert "1250" in [w.value for w in app.test.main.get("text_input")]
    minutes.set_value("2,000.5").run()
    minutes = app.regulation.obligations[0].activities[0].minutes
    assert (minutes.low, minutes.mid) == (1250, Decimal("2000.5"))


def answered(rulebook, **parts):
    """A dossier at the end of the work, with one answered question that asks for evidence."""
    rule = next(
        rule
        for rule in rulebook.stable_rules
        if rule.check.kind == "question"
        and rule.evidence == "required"
        and rule.applies_to == type(rule.applies_to)()
    )
    regulation = Regulation.model_validate(
        {"identity": {"phase": "adoption"}, "answers": {rule.id: parts}}
    )
    return rule, regulation


def open_question(app: App, rule) -> App:
    app.go(rule.section)
    for part in _question_parts(app):
        app.part(part)
        if any(f"answer|{rule.id}|" in w.key for w in app.test.main.get("radio")):
            return app
    raise AssertionError(f"{rule.id} is not asked")


def test_each_part_of_an_answer_is_refused_by_itself(rulebook, open_app):
    rule, regulation = answered(rulebook, value="ja")
    app = open_question(open_app(regulation), rule)
    long = "x" * 20_001
    app.type("Vindplaats van de onderbouwing", long).type("Citaat ter onderbouwing", long)
    assert len(app.desk.refused) == 2
    app.type("Vindplaats van de onderbouwing", "Nota, par. 3")
    assert [path[-1] for path in app.desk.refused] == ["quote"]
    assert app.find("text_input", "Citaat ter onderbouwing").value == long
    assert app.regulation.answers[0].evidence.reference == "Nota, par. 3"
    assert "Citaat ter onderbouwing" in app.html  # named at the top


def test_what_was_written_with_an_answer_stays_in_sight_without_the_answer(rulebook, open_app):
    rule, regulation = answered(rulebook, explanation="Zo is het.", evidence="Nota")
    app = open_question(open_app(regulation), rule)
    assert app.find("text_input", "Toelichting bij het antwoord").value == "Zo is het."
    assert app.find("text_input", "Vindplaats van de onderbouwing").value == "Nota"


def test_answers_about_an_obligation_that_does_not_count_stay_in_sight(rulebook, open_app):
    rule = next(rule.id for rule in rulebook.stable_rules if rule.check.kind == "per_obligation")
    duty = {"id": "a", "effect": "abolished", "answers": {rule: "nee"}}
    app = open_duties(open_app(Regulation.model_validate({"obligations": [duty]})))
    app.test.main.get("button_group")[-1].set_value("questions-1").run()
    app.assert_sound()
    assert [w.value for w in app.test.main.get("radio")] == ["nee"]
    assert "tellen niet mee" in app.html


# --- lists ----------------------------------------------------------------------------------------


def test_adding_copying_moving_and_deleting(app):
    open_duties(app)
    for article in ("1", "2", "3"):
        add_duty(app, article)
    more = app.test.main.get("menu_button")[0]
    assert more.options == ["Kopiëren", "Naar voren", "Verwijderen"]
    more.click("up").run()
    assert [duty.article for duty in app.regulation.obligations] == ["1", "3", "2"]
    assert app.find("text_input", ARTICLE).value == "3"
    app.test.main.get("menu_button")[0].click("copy").run()
    assert [duty.article for duty in app.regulation.obligations] == ["1", "3", "3", "2"]
    assert len({duty.id for duty in app.regulation.obligations}) == 4
    app.test.main.get("menu_button")[0].click("delete").run()
    assert [duty.article for duty in app.regulation.obligations] == ["1", "3", "2"]
    app.test.sidebar.get("button")[0].click().run()
    assert [duty.article for duty in app.regulation.obligations] == ["1", "3", "3", "2"]


def test_what_was_deleted_is_named_without_a_second_full_stop(app):
    add_duty(open_duties(app), "4").type("Beschrijving van de verplichting", "Dit vervalt.")
    app.find("menu_button", "Meer").click("delete").run()
    assert "Verwijderd: ‘4 · Dit vervalt’. U haalt" in app.html


def test_what_was_refused_moves_along_with_its_item(app):
    open_duties(app)
    add_duty(app, "1")
    add_duty(app, "x" * 300)
    app.test.main.get("menu_button")[0].click("up").run()
    assert [path_text(path) for path in app.desk.refused] == ["obligations[1].article"]
    assert app.find("text_input", ARTICLE).value == "x" * 300
    app.test.main.get("menu_button")[0].click("delete").run()
    assert app.desk.refused == {}


def test_none_is_something_else_than_not_filled_in(app):
    app.go("eu")
    assert app.regulation.eu.acts is None
    app.find("radio", "EU-regelingen").set_value(()).run()
    assert app.regulation.eu.acts == ()
    app.press("De eerste toevoegen")
    assert len(app.regulation.eu.acts) == 1
    app.test.main.get("menu_button")[0].click("delete").run()
    assert app.regulation.eu.acts is None


def test_deleting_a_target_group_says_where_it_was_named(app):
    app.go("target_groups").press("De eerste toevoegen").type("Naam van de doelgroep", "Bakkers")
    add_duty(open_duties(app), "4")
    app.find("multiselect", "Doelgroepen van de verplichting").select("doelgroep-1").run()
    assert app.regulation.obligations[0].target_groups == ("doelgroep-1",)
    app.go("target_groups").test.main.get("menu_button")[0].click("delete").run()
    assert app.regulation.obligations[0].target_groups == ("doelgroep-1",)  # first it asks
    assert "noemen alleen ‘Bakkers’: Verplichtingen 1 (4)" in app.html
    app.press("Niet verwijderen")
    assert "noemen alleen" not in app.html
    app.test.main.get("menu_button")[0].click("delete").run()
    app.press("Toch verwijderen")
    assert app.regulation.target_groups == ()
    assert app.regulation.obligations[0].target_groups == ()
    assert "Geldt nu voor alle: Verplichtingen 1 (4)" in app.html


def test_a_fine_on_one_obligation_never_silently_becomes_one_on_all(open_app):
    fine = {"kind": "administrative_fine", "obligations": ["a"]}
    app = open_app(
        Regulation.model_validate(
            {
                "obligations": [{"id": "a", "article": "1"}, {"id": "b", "article": "2"}],
                "enforcement": {"sanctions": [fine]},
            }
        )
    )
    open_duties(app).test.main.get("menu_button")[0].click("delete").run()
    assert [duty.id for duty in app.regulation.obligations] == ["a", "b"]
    assert "Sancties 1 (" in app.html
    app.press("Toch verwijderen")
    assert [duty.id for duty in app.regulation.obligations] == ["b"]
    assert "Geldt nu voor alle: Sancties 1 (" in app.html


def test_what_is_chosen_moves_along_with_its_item(app):
    open_duties(app)
    for article, activities in (("1", 1), ("2", 2)):
        add_duty(app, article).part("activities").press("De eerste toevoegen")
        if activities == 2:
            app.press("Toevoegen", 1)
        app.part("duty")
    assert app.desk.selection["obligations", 1, "activities"] == 1
    app.test.main.get("menu_button")[0].click("up").run()
    assert app.desk.selection["obligations", 0, "activities"] == 1
    app.test.main.get("menu_button")[0].click("delete").run()
    assert ("obligations", 0, "activities") not in {
        path for path, index in app.desk.selection.items() if index == 1
    }
    app.test.sidebar.get("button")[0].click().run()
    assert app.find("text_input", ARTICLE).value == "2"  # what came back is what is shown
    assert app.desk.selection["obligations", 0, "activities"] == 1


def test_an_open_range_stays_with_its_figure(app):
    add_activity(app).type("Minuten per keer", "30").press("Marge en herkomst")
    app.test.main.get("menu_button")[0].click("copy").run()
    assert app.desk.view["estimate"][:2] == ("obligations", 0)
    open_duties(app).find("selectbox", "Kies welke u bekijkt (2)").select(0).run()
    app.test.main.get("menu_button")[0].click("delete").run()
    assert app.desk.view["estimate"] is None


def test_undoing_says_that_what_was_refused_is_gone_too(app):
    app.go("identity").type(TITLE, "Besluit").type("Naam van dit concept", "x" * 300)
    app.test.sidebar.get("button")[0].click().run()
    assert app.desk.refused == {}
    assert "Wat u daarna typte en niet kon, is ook weg" in app.html


def test_numbers_of_firms_by_size_class(app):
    app.go("target_groups").press("De eerste toevoegen").part("sizes")
    app.type("Aantal bedrijven: 2–9 werkzame personen", "1.250")
    (size,) = app.regulation.target_groups[0].sizes
    assert (size.size_class, size.firms.mid) == ("2-9", 1250)
    app.type("Aantal bedrijven: 2–9 werkzame personen", "")
    assert app.regulation.target_groups[0].sizes == ()


# --- files ----------------------------------------------------------------------------------------


def upload(app: App, name: str, content: bytes) -> App:
    app.go("start").test.main.get("file_uploader")[0].upload(name, content).run()
    return app


def test_opening_what_was_downloaded_gives_the_same(app, largest):
    upload(app, "dossier.yaml", dossier.to_yaml(largest).encode())
    assert app.regulation == largest
    assert app.headings == ["Scorekaart"]
    upload(app, "dossier.json", dossier.to_json(largest).encode())
    assert app.regulation == largest


@pytest.mark.parametrize(
    ("name", "content", "sentences"),
    [
        ("fout.yaml", b"schema_version: 1\nidentity:\n  titel: x\n  phase: nu\n",
         ["fout.yaml:3:3", "titel", "fout.yaml:4"]),
        ("leeg.yaml", b"", ["leeg"]),
        ("kapot.json", b"{", ["kapot.json"]),
        ("beeld.yaml", b"\xff\xfe\x00\x01", ["UTF-8"]),
    ],
)  # fmt: skip
def test_a_file_that_will_not_do_leaves_the_dossier_alone(app, name, content, sentences):
    app.go("identity").type(TITLE, "Besluit proef")
    upload(app, name, content)
    app.assert_sound()
    assert "niet geopend" in app.html
    assert all(sentence in app.html for sentence in sentences)
    assert app.regulation.identity.title == "Besluit proef"


def test_a_file_that_will_not_do_is_read_once(app, monkeypatch):
    read = []
    parse = dossier.parse
    monkeypatch.setattr(dossier, "parse", lambda *a, **k: read.append(a) or parse(*a, **k))
    upload(app, "leeg.yaml", b"")
    app.test.run()
    assert "niet geopend" in app.html
    assert len(read) == 1


def test_a_dossier_that_cannot_be_written_is_not_saved(app, monkeypatch, caplog):
    app.go("identity").type(TITLE, "Geheim plan")
    broken = {"yaml": (lambda _: [][len("Geheim plan")], "x"), "json": (lambda _: 1 / 0, "x")}
    monkeypatch.setattr(downloads, "_WRITERS", broken)
    app.go("report").assert_sound()
    assert app.html.count("kan nu niet worden gemaakt") == 2
    assert app.desk.unsaved
    assert "IndexError" in caplog.text


def test_an_excel_report_that_cannot_be_made_is_said(app, monkeypatch, caplog):
    made = []
    monkeypatch.setattr(downloads.st, "download_button", lambda *a, data, **k: made.append(data))
    monkeypatch.setattr(downloads.excel, "build", lambda *given, **named: 1 / 0)
    app.go("identity").type(TITLE, "Besluit").go("report")
    with pytest.raises(downloads.NotMadeError):
        made[0]()
    app.go("scorecard")
    assert "kan nu niet worden gemaakt" in app.html
    assert "ZeroDivisionError" in caplog.text


def test_two_drafts_of_one_regulation_can_be_told_apart_on_the_first_page(app):
    titles = app.find("selectbox", "Voorbeeld").options
    assert len({title[:3] for title in titles}) == len(titles)
    twelve = [title for title in titles if title.startswith("12")]
    assert [title[:3] for title in twelve] == ["12A", "12B"]
    assert ["nationale kop" in title for title in twelve] == [True, False]


def test_another_dossier_can_be_undone(app):
    app.go("identity").type(TITLE, "Besluit proef").go("start")
    app.press("Nieuw dossier beginnen")
    assert app.regulation == Regulation()
    assert "Laatste wijziging ongedaan maken" in app.html
    app.test.sidebar.get("button")[0].click().run()
    assert app.regulation.identity.title == "Besluit proef"


# --- faults ---------------------------------------------------------------------------------------


def test_a_fault_of_ours_is_a_sentence(app, monkeypatch, caplog):
    monkeypatch.setattr(library, "samples", lambda: 1 / 0)
    app.go("start")
    assert not app.test.exception
    assert "Hier ging iets mis" in app.html
    assert "Traceback" not in app.html
    assert "ZeroDivisionError" in caplog.text


def test_a_fault_while_taking_over_a_change_is_a_sentence_too(app, monkeypatch, caplog):
    app.go("identity")
    monkeypatch.setattr(state, "accept", lambda *given: 1 / 0)
    app.type(TITLE, "Besluit")
    assert not app.test.exception
    assert app.headings == ["De regeling"]
    assert "Hier ging iets mis" in app.html
    assert "ZeroDivisionError" in caplog.text


def test_the_log_holds_nothing_a_user_wrote(app, monkeypatch, caplog):
    def fail(*given):
        raise ValueError(f"bad: {given}")

    monkeypatch.setattr(state, "accept", fail)
    app.go("identity").type(TITLE, "Geheim plan")
    assert "ValueError" in caplog.text
    assert "Geheim plan" not in caplog.text


def test_rules_that_break_during_the_work_do_not_stop_it(monkeypatch, tmp_path):
    rules = tmp_path / "rules"
    shutil.copytree(OWN_RULES, rules)
    monkeypatch.setenv("MKB_TOETS_RULES", str(rules))
    app = App()
    app.go("identity").type(TITLE, "Besluit proef")
    (rules / "scoring.yaml").write_text("version: [")
    app.go("report").assert_sound()
    assert "scoring.yaml" in app.html
    assert "tijdens uw werk gewijzigd" in app.html
    assert app.headings == ["Rapport"]
    assert app.test.main.get("download_button")
    assert App().headings == ["De regels kunnen niet worden gelezen"]


def test_answers_to_a_rule_that_is_gone_can_be_dropped(open_app, rulebook):
    each = next(rule.id for rule in rulebook.stable_rules if rule.check.kind == "per_obligation")
    app = open_app(
        Regulation.model_validate(
            {
                "answers": {
                    "HAN-99": {"value": "ja", "explanation": "Zo is het."},
                    "LAS-19": "ooit",
                },
                "obligations": [{"id": "a", "answers": {each: "ja", "DUI-99": "nee"}}],
                "panel": {"remarks": [{"text": "Te duur", "rule": "LAS-99"}]},
            }
        )
    )
    app.go("scorecard").assert_sound()
    assert "HAN-99: ja; Zo is het." in app.html
    assert "DUI-99: nee" in app.html
    assert "LAS-19: ooit" in app.html
    assert "1. Te duur" in app.html
    app.press("Deze gegevens verwijderen")
    assert app.regulation.answers == ()
    assert app.regulation.panel.remarks[0].rule is None
    assert [a.rule for a in app.regulation.obligations[0].answers] == [each]
    assert dossier.parse(dossier.to_yaml(app.regulation), "x.yaml", rulebook) == app.regulation
    assert "HAN-99" not in app.html


def test_broken_rules_are_listed(monkeypatch, tmp_path):
    (tmp_path / "duidelijkheid").mkdir()
    (tmp_path / "scoring.yaml").write_text("version: [")
    monkeypatch.setenv("MKB_TOETS_RULES", str(tmp_path))
    app = App()
    assert app.headings == ["De regels kunnen niet worden gelezen"]
    assert "scoring.yaml" in app.html
