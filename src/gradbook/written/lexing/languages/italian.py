"""Italian."""

from gradbook.written.lexing.words import table

NUMBERS = "zero uno due tre quattro cinque sei sette otto nove dieci undici dodici"  # in order, from 0

WORDS = table(
    relation="è vale dà uguale diventa risulta sono è_uguale_a uguale_a è_pari_a pari_a equivale_a ci_dà",
    times="per moltiplicato_per moltiplicata_per volte",
    plus="più",
    minus="meno",
    over="diviso diviso_per divisa_per fratto su",
    power="quadrato cubo al_quadrato",
    denial="non falso falsa sbagliato sbagliata scorretto mai errore errato errata senza impossibile nessun bugia",
    hedge="o oppure forse probabilmente indovino da_verificare",
    retraction="scusa scusate correzione aspetta anzi corretto ma però dimentica dimenticato ritiro",
    condition="se supponiamo supponendo fosse",
    others="""
        esempio vicino vicina amico amica collega libro altro altra altri altre anno_scorso mostra dimostra
        dimostrare esame internet dice""",
    against="invece_di al_posto_di anziché",
    reason="perché poiché siccome come dato_che",
    new="nuovo nuova nuovi nuove aggiornato aggiornata",
    old="vecchio vecchia precedente iniziale",
    after="dopo",
    before="prima_di",
    step="aggiornamento passo iterazione discesa",
    slope="derivata gradiente pendenza",
    slopes="derivate gradienti",
    partial="parziale parziali totale",
    local="locale locali diretta",
    upstream="entrante esterno",
    values="valori pesi ingressi parametri",
    of="di del della dello dell'",
    by="rispetto_a rispetto_al rispetto_alla rispetto in_funzione_di",
    for_="a in al",
    article="il lo la i gli le un una uno l questo questa questi quello ciò",
    link="""
        e ed quindi così allora dunque infine finalmente adesso ora abbiamo otteniamo si_ottiene ottiene che
        dove anche numericamente calcoliamo calcolando valore risultato con sostituendo ci si pertanto da_cui
        cui qui poi inoltre""",
    supposition="sia siano",
    same="cioè",
    filler="esattamente semplicemente circa solo soltanto appena quasi proprio",
    result="risposta soluzione finale",
    weight="peso",
    bias="bias",
    rate="tasso_di_apprendimento",
    number=NUMBERS,
    part="mezzo metà terzo quarto",
    otherwise="altrimenti",
    plain="""
        vedi vedere vediamo sotto sopra segue seguenti direttamente facile lineare quadratico quadratica logistica
        pesata atteso attesa errore_quadratico semplificando entrambi entrambe applica usa usare calcolata arriva
        arrivano contribuisce passo_passo propagazione avanti indietro retropropagazione regola catena prodotto
        somma differenza quoziente fattore fattori termine termini nodo nodi arco grafo calcolo calcoli strato rete
        neurone neuroni attivazione ingresso uscita funzione perdita costo obiettivo predizione previsione parametro
        variabile quantità numero formula equazione espressione primo prima secondo seconda successivo ultimo ultima
        stesso stessa tutti tutte ogni percorso percorsi cammino lato esercizio parte domanda compito caso dato data
        dati essere era ha hanno fare facciamo usiamo usando utilizzando applicando applichiamo moltiplichiamo
        moltiplicando sommiamo sommando sottraiamo dividiamo da dal dalla tra fra verso cambia cambiamento piccolo
        grande positivo negativo segno costante dipende contributo contributi tutto apprendimento tasso tabella riga
        colonna immagine disegno sì bene mio mia nostro nostra arrotondato decimali cifre sigmoide derivare
        derivando suo sua calcolare nel nella nei sul sulla dei delle degli alla ai alle""",
)
