"""French."""

from gradbook.written.lexing.words import table

NUMBERS = "zéro un deux trois quatre cinq six sept huit neuf dix onze douze"  # in order, from 0

WORDS = table(
    relation="""
        est vaut donne égale égal devient sont obtient_on fait est_égal_à est_égale_à égale_à égal_à vaut_donc
        est_donc donnent valent a_pour_valeur est_de""",
    times="fois multiplié_par multipliée_par",
    plus="plus",
    minus="moins",
    over="sur divisé_par divisée_par",
    power="carré cube au_carré",
    denial="""
        pas faux fausse non jamais incorrect incorrecte erreur sans impossible aucun aucune ni n'est n'est_pas
        mensonge""",
    hedge="ou peut-être peut_être probablement deviner devine hasard à_vérifier",
    retraction="pardon désolé désolée correction attends attendez plutôt oups corrigé mais cependant oublié oublie",
    condition="si supposons suppose supposant serait hypothèse",
    others="""
        exemple voisin voisine ami amie collègue livre autre autres camarade année_dernière l'année_dernière
        an_dernier montrer montrez prouver manuel examen internet dit_que dit""",
    against="au_lieu_de à_la_place_de",
    reason="car puisque parce_que comme",
    new="nouveau nouvelle nouvel nouveaux nouvelles",
    old="ancien ancienne anciens initial initiale précédent précédente",
    after="après",
    before="avant",
    step="mise_à_jour étape pas_de_gradient itération descente",
    slope="dérivée gradient pente",
    slopes="dérivées gradients",
    partial="partielle partielles totale",
    local="locale local directe",
    upstream="amont entrant",
    values="valeurs poids_sont entrées paramètres",
    of="de du d'",
    by="par_rapport_à par_rapport_au par_rapport_aux selon en_fonction_de relativement_à rapport_à",
    for_="pour en à au",
    article="le la les un une des ce cette ces cet",
    link="""
        et donc ainsi alors d'où ensuite puis finalement enfin maintenant on nous obtient obtenons a
        avons trouve trouvons qui que c'est où aussi numériquement ceci cela il_vient il_en_résulte d_où calcule
        calculons valeur résultat avec y se déduit déduire encore par_conséquent conséquent vient""",
    supposition="posons",
    same="c'est-à-dire soit soit_donc soit_encore",
    filler="exactement simplement environ juste seulement précisément presque",
    result="réponse solution finale",
    weight="poids",
    bias="biais",
    rate="taux_d'apprentissage pas_d'apprentissage",
    number=NUMBERS,
    part="demi moitié tiers quart",
    otherwise="sinon",
    plain="""
        son sa ses on_a prenant neuronal erreur_quadratique entropie note gradient_de rétro aval obtenu obtenue voir
        ci-dessous ci-dessus dessous dessus suivante suivantes premièrement deuxièmement reste simple calculer
        calculé additionner passe-avant poids_initial pondérée pondéré chacun chacune lorsque quand puisqu facile
        directement étapes sortie_du logistique linéaire quadratique attendue attendu obtenons_donc simplifie
        simplifiant première_étape propagation arrière rétropropagation passe passage règle chaîne produit somme
        différence quotient facteur facteurs terme termes noeud nœud noeuds nœuds arête graphe calcul calculs couche
        réseau neurone neurones activation entrée sortie fonction perte coût cible prédiction paramètre variable
        quantité nombre formule équation expression premier première deuxième second seconde suivant dernier
        dernière même tous toutes chaque chemin chemins voie côté exercice partie question tâche cas donné donnée
        données être était ai as ont avoir faire faisons prend prenons utilise utilisons utilisant applique
        appliquant appliquons application multiplie multiplions multipliant ajoute ajoutons additionne divise
        divisons remplace remplaçant remplaçons par dans sous vers entre depuis les_valeurs change changement petit
        grand positif négatif signe constante constant dépend contribution contributions d'abord tout apprentissage
        taux table tableau ligne colonne image dessin oui bien mon ma mes notre nos voici voilà arrondi décimales
        chiffres près sigmoïde dérivation dériver dérive s'écrit notons cherche cherchée selon_la aux leur qu""",
)
