"""English."""

from gradbook.written.lexing.words import table

NUMBERS = "zero one two three four five six seven eight nine ten eleven twelve"  # in order, from 0

WORDS = table(
    relation="""
        is equals gives yields becomes equal giving makes making yielding gave equalling equaling should_be
        must_be will_be comes_out_to_be turns_out_to_be evaluates_to comes_out_as comes_out_to comes_to
        has_the_value has_value decreases_to increases_to goes_to changes_to turns_into works_out_to reduces_to
        simplifies_to is_equal_to equal_to equals_to is_given_by is_now are works_out_as drops_to rises_to
        falls_to amounts_to computes_to results_in turns_out_as must_equal should_equal has_to_be""",
    times="times multiplied_by multiplied",
    plus="plus",
    minus="minus",
    over="over divided_by divided",
    power="squared cubed",
    denial="""
        not isn't isn wrong incorrect false never neither except without don doesn doubt cannot mistake won aren
        wasn impossible untrue nonsense lie don't doesn't can't unlike no hardly wouldn wouldn't too_large
        too_small too_big too_high too_low""",
    behind="can would million thousand hundred dozen per halves mod more less unless half",
    hedge="""
        i_thought first_thought thought_that guess guessing maybe either or might perhaps possibly could
        probably unsure todo tbd fixme wip unfinished to_be_checked to_be_verified to_be_confirmed to_be_done
        to_check not_sure need_to_check needs_checking have_to_check must_check should_check should_be_checked
        must_be_checked""",
    retraction="""
        sorry correction wait oops corrected scratch edit correct fixed ignore again redo redone attempt forgot
        retry but however actually thought take_that_back take_it_back strike disregard withdraw typo scratch_that
        never_mind""",
    condition="if suppose assume assuming imagine supposing whether were",
    others="""
        other_graph other_exercise other_question other_example other_numbers other_values other_function
        example neighbour neighbor friend colleague classmate partner book another textbook last_year last_week
        previous_exercise previous_question internet chatgpt he she his her someone somebody exam show prove
        verify hypothetical hypothetically different instance elsewhere claim claims claimed claiming someone's
        wikipedia others theirs they_say they_said they_claim""",
    against="instead_of rather_than instead rather",
    reason="because since as when increasing increases increase decreasing decreases decrease",
    new="new updated",
    old="old previous initial original current prev",
    after="after following",
    before="before prior_to prior",
    step="update step iteration updating updates steps descent iterations",
    slope="gradient derivative slope grad partial_derivative",
    slopes="gradients derivatives grads partials slopes partial_derivatives",
    partial="partial total",
    local="local direct",
    upstream="upstream incoming downstream outer inner",
    values="values weights inputs forward parameters outputs",
    of="of",
    by="by wrt with_respect_to w.r.t. in_respect_to with_regard_to in_terms_of regarding",
    for_="for at on in",
    article="the a an this that these those my our its it's",
    link="""
        which it and so thus then hence therefore also finally overall s there fore plugging we get have
        numerically numbers here now i with where obtain obtained got obtains ergo such consequently accordingly
        leads leading meaning means value result answer us me you one can_be written rewritten implies implying
        follows substituting inserting that's what evaluate evaluating compute calculate computing calculating
        calculated computed finding find simplify simplifying gets becoming""",
    same="ie i.e. namely that_is that_is_to_say which_is_to_say",
    supposition="let say given",
    filler="""
        just simply exactly to about only roughly approximately almost approx around nearly precisely plain always
        still""",
    result="final solution ans",
    weight="weight",
    bias="bias",
    rate="learning_rate step_size lr learn_rate learningrate stepsize",
    number=NUMBERS,
    part="third thirds quarter quarters fourth fourths fifth sixth eighth tenth percent twice",
    otherwise="otherwise else",
    plain="""
        pass backward forwards backwards backpropagation backprop propagation propagate propagated propagating
        chain rule rules product sum difference quotient factor factors term terms multiply multiplying
        multiplication add adding added addition subtract subtracting subtraction divide dividing division power
        square exponent root calculation calculations computation apply applying applied use using used via
        through along back from into out up down above below between node nodes edge edges graph graphs
        computational layer layers network neural neuron neurons hidden unit activation activations input output
        weighted linear function functions sigmoid tanh relu softmax loss cost error errors squared_error mse
        entropy cross target label prediction predicted true actual algorithm method parameter variable
        variables quantity quantities number figure formula formulas formulae equation equations expression
        identity definition defined define defines first second next last same both each every all any paths
        path way ways branch branches side sides left right step_by_step part question task exercise problem
        solutions q1 q2 q3 q4 q5 case cases shown note notice remember recall known am be been being was
        had has having do does did done go goes going come comes need needs needed want think know see look
        looking take takes taking took put puts putting set sets setting found say call called denote denoted
        let's start starting begin beginning end ends ending continue simplified plug insert substitute
        substituted substitution work working works worked change changes changed changing small large bigger
        smaller larger positive negative sign constant depend depends depending affect affects effect contribute
        contributes contribution contributions contributing respect regard by_hand hand directly easily easy
        simple straightforward quickly already more_precisely rounded rounding round decimals digits places
        significant decimal well good great ok okay yes check checked checking correct_to hope enough of_course
        course indeed likewise similarly analogously analogous respectively due thanks and_so_on etc e.g. eg too
        very much many most least against opposite direction minimum minimize minimise reduce reduces reduced
        moving move moves gradient_descent sgd rate rates learning than how why who whose while until once upon
        within mine your yours i'm i've i'd we've we're scale scales scaled pass_on passes passed flows flow
        flowing copy copies copied distributes distribute split splits splitting sense makes_sense hint hints
        unchanged nothing something everything zero_gradient intermediate results point evaluated evaluation
        keep keeps keeping kept thereby hereby explicitly generally general specific specifically concretely
        concrete consider considering considered observe as_well row column columns rows table line lines
        diagram picture drawing drawn image photo mathematically math maths mathematics algebra calculus epoch
        sample data training train model batch device other different_from they them their lecture says said
        somewhat leave leaves away stay stays passing arrive arrives arriving enter enters entering reach
        reaches distance held held_fixed fixed_at differentiate differentiating differentiated differentiation
        differ differs equally outside inside straight bring brings brought gate gates reason reasons close
        closer nice front doubled double multiplier twice_as combine combines combined combining led meant
        getting add_up slightly than_before before_that previously earlier later later_on afterwards whole
        entire sums products fractions fraction ratio numerator denominator top bottom middle central
        times_table matrix vector vectors scalar scalars entry entries element elements elementwise dot
        transpose learnt learned unknown unknowns let's_see look_at recall_that note_that observe_that
        notice_that remember_that bias_term sigmoid_function activation_function squared_loss loss_function
        error_function mean average binary logistic regression classification classify predicts predict active
        inactive alive dead off switched saturated greater lower higher units per_unit unit_step rise rises fall
        falls grow grows shrink shrinks gives_us giving_us get_that means_that shows_that shown_in seen as_seen
        as_shown as_above as_before next_step next_up first_of_all firstly secondly thirdly lastly here's
        there's that'd i'll we'll can't_be today task_1 task_2 finished finish complete completed check_that
        verify_that sanity double-check everything_else rest remaining remain remains single once_more one_more
        one_by_one both_paths each_path attached attach local_one backprop_through gradient_flow so_that
        such_that provided provides provide simplest easiest usual usually common commonly normal normally
        standard hello hi dear professor thank please student name date homework assignment lab writing write
        writes read reading reads type typed typing linear_layer dense fully connected perceptron mlp feed
        feedforward forwardpass backwardpass affine thing things combination combinations squaring cubing
        somewhere tiny big huge little amount amounts quite really truly clearly obviously trivially trivial
        behaves behave behaviour like similar way_back go_back start_from starting_from inverse reciprocal
        opposite_sign negated negation flip flips flipped integer integers real reals exact additively linearly
        multiplicatively""",
)
