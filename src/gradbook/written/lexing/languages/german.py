"""German."""

from gradbook.written.lexing.words import table

NUMBERS = "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf"  # in order, from 0

WORDS = table(
    relation="""
        ist ergibt gleich beträgt lautet wird sind ergeben liefert gibt hat_den_wert ist_gleich wäre_dann ist_also
        ergibt_sich_zu ergibt_sich ist_dann kommt_auf entspricht betragen""",
    times="mal multipliziert_mit",
    plus="plus",
    minus="minus abzüglich",
    over="durch geteilt_durch dividiert_durch",
    power="quadrat hoch",
    denial="nicht falsch kein keine keinen nie niemals unmöglich inkorrekt fehler stimmt_nicht ohne weder quatsch",
    hedge="""
        vielleicht eventuell oder entweder vermutlich geraten rate_mal möglicherweise wohl könnte zu_prüfen
        noch_prüfen""",
    retraction="""
        korrektur entschuldigung sorry moment halt doch verbesserung vergessen vergiss aber jedoch nochmal streiche
        zurück zurückgenommen nehme_ich_zurück tippfehler""",
    condition="wenn falls angenommen sofern würde wäre gesetzt",
    others="""
        beispiel nachbar nachbarin freund freundin kollege kollegin buch andere anderen anderer anderes anderem
        vorjahr letztes_jahr letzten_jahr mitstudent kommilitone zeige beweise behauptet sagt klausur musterlösung
        internet""",
    against="statt anstatt anstelle",
    reason="weil da denn",
    new="neue neuer neues neuen neu aktualisierte aktualisierter aktualisiertes aktualisierten",
    old="alte alter altes alten alt bisherige vorherige ursprüngliche anfangs",
    after="nach_dem nach_einem",
    before="vor_dem vor vorher",
    step="schritt update lernschritt aktualisierung iteration gradientenschritt",
    slope="ableitung gradient steigung grad",
    slopes="ableitungen gradienten",
    partial="partielle partiellen partieller totale",
    local="lokale lokaler lokalen lokales direkte",
    upstream="eingehende obere äussere innere",
    values="werte gewichte eingaben parameter vorwärts",
    of="von des der",
    by="nach bezüglich bzgl in_bezug_auf hinsichtlich",
    for_="für bei an",
    article="die das den dem ein eine einen einer eines dies diese dieser dieses",
    link="""
        und somit daher deshalb folglich damit dann so insgesamt schließlich nun jetzt wir erhalten bekommen
        haben es was welches welche folgt daraus hieraus wert ergebnis zusammen sich wieder einsetzen eingesetzt
        berechnen berechne rechnen bekomme erhalte bekommt erhält ich man für_den mit sowie gilt demnach
        dementsprechend entsprechend ebenso auch hier""",
    same="also d.h. das_heißt nämlich",
    supposition="sei seien",
    filler="genau einfach nur etwa ungefähr circa ca rund gerade gerundet exakt knapp zu",
    result="antwort lösung endergebnis",
    weight="gewicht",
    bias="bias schwellwert",
    rate="lernrate schrittweite",
    number=NUMBERS,
    part="halb hälfte drittel viertel",
    otherwise="sonst andernfalls",
    plain="""
        aktualisieren aktualisiere aktualisiert kettenregel_liefert zeigt zeigen mittels
        vorwärtsdurchlauf rückwärtsdurchlauf rückwärts durchlauf kettenregel produktregel summenregel regel produkt
        summe differenz quotient faktor faktoren term knoten kante kanten graph schicht netz neuron neuronen
        aktivierung eingang ausgang ausgabe eingabe funktion verlust kosten fehlerfunktion zielwert vorhersage
        variable größe zahl formel gleichung ausdruck erste zweite dritte nächste letzte gleiche beide jede jeder
        jedes alle pfade pfad weg wege seite aufgabe teil teilaufgabe frage fall gegeben gegebene siehe oben unten
        folgende folgenden bekannt sein war hatte habe hat werden wurde muss kann soll nehmen nehme setze setzen
        rechnung berechnung multiplizieren addieren subtrahieren dividieren multipliziert addiert anwenden
        angewendet benutzen verwende verwenden verwendet über mithilfe hilfe um auf aus zum zur ins im am als wie
        ableiten abgeleitet differenzieren ändert änderung klein groß positiv negativ vorzeichen konstante konstant
        hängt ab beitrag beiträge zuerst zunächst danach anschließend gradientenabstieg abstieg lernen rechnerisch
        zeile spalte tabelle bild zeichnung abbildung ja gut fertig lösungen schritte unser unsere unserem mein
        meine uns mich durchgehen zurückrechnen zurückgehen nachkommastellen stellen komma dezimalstellen einzeln
        jeweils laut gemäß deren dessen kleiner größer dort weiter gerechnet sieht achtung beachte bemerkung hinweis
        dabei dadurch darum bleibt bleiben direkt leicht geht gehen fließt fließen durchgereicht weitergereicht
        weitergegeben beitragen trägt teilen teile addierte ableitungsregel quotientenregel potenzregel sigmoid
        sigmoidfunktion relu tanh quadrierte quadratischer netzwerk modell batch beispielrechnung gewichtete
        verknüpft lokal schritt_für_schritt gesamte gesamt gesucht gesuchte ebenfalls sodass außerdem zweimal
        doppelt knotens verlustfunktion kostenfunktion ziel abgeleitete hinzu setzt""",
)
