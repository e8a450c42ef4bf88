//! Targets of short English pages.

use super::super::tests::check;
use crate::extract::testing::facts_of_page;

#[test]
fn aims_with_a_deadline_or_a_number() {
    check(
        "The mayor said on 3 March 2024 that the town was growing. The town plans to build 500 flats by 2030, when the bridge opens.",
        &["2030-12-31|build 500 flats by 2030"],
    );
    check(
        "The farm spoke on 3 March 2024 about the water. The union pledged to plant 2,000 trees.",
        &["-|plant 2,000 trees"],
    );
}

#[test]
fn a_deadline_may_open_the_sentence() {
    check(
        "The mayor spoke on 3 March 2024 in the hall. By the end of 2026, the town wants to have 1,500 trees.",
        &["2026-12-31|have 1,500 trees"],
    );
    check(
        "The mayor spoke on 3 March 2024. In 2026, when it was read again, the town had a plan to plant 500 trees.",
        &[],
    );
}

#[test]
fn goals_of_one_sentence_are_apart() {
    check(
        "The mayor spoke on 3 March 2024 in the hall. The town aims to plant 500 trees by 2026 and to build 30 flats by 2030.",
        &["2026-12-31|plant 500 trees by 2026", "2030-12-31|build 30 flats by 2030"],
    );
    check(
        "The mayor spoke on 3 March 2024. The port is to handle 20% of the trade by 2030 and 40% by 2040, he said.",
        &["2030-12-31|handle 20% of the trade by 2030", "2040-12-31|40% by 2040"],
    );
    check(
        "The mayor met them on 3 March 2024. He asked the Water Board to mend the pipes before June 30, and the Green Bank to lend at least 3% of its money.",
        &["2024-06-30|mend the pipes before June 30", "-|lend at least 3% of its money"],
    );
}

#[test]
fn what_is_to_be_reached_may_be_the_subject() {
    check(
        "The mayor spoke on 3 March 2024 in the hall. Under the order, all 50 schools must close by June 30.",
        &["2024-06-30|all 50 schools must close by June 30"],
    );
    check("The mayor spoke on 3 March 2024. The share was 39%, far below the goal of 70% in the plan.", &[]);
}

#[test]
fn orders_with_a_deadline() {
    check(
        "The governor met them on 3 March 2024 in the hall. He told the banks to report their losses before June 30.",
        &["2024-06-30|report their losses before June 30"],
    );
}

#[test]
fn what_somebody_else_is_to_reach() {
    check(
        "The mayor met them on 3 March 2024. The town wants 60 per cent of its 330 fields to be watched by 2027, it is said.",
        &["2027-12-31|60 per cent of its 330 fields to be watched by 2027"],
    );
    check(
        "The mayor met them on 3 March 2024. The plan calls for waste to fall to 8 per cent in 2026. The bank expects to lend 40 per cent of it this year.",
        &["2026-12-31|waste to fall to 8 per cent in 2026", "2024-12-31|lend 40 per cent of it this year"],
    );
    check(
        "The mayor met them on 3 March 2024. He told shops in May to stop the sale of them from 1 July 2024. He expects to be there.",
        &["2024-07-01|stop the sale of them from 1 July 2024"],
    );
}

#[test]
fn what_was_agreed_reported_or_assigned() {
    check(
        "The mayor met them on 3 March 2024. He said his town would help train 2,000 nurses by the end of 2027, and the port agreed to build a pier in 2026.",
        &["2027-12-31|help train 2,000 nurses by the end of 2027", "2026-12-31|build a pier in 2026"],
    );
    check(
        "The mayor met them on 3 March 2024. The Water Board has been assigned to mend 54 pipes before June 30, and is tasked with opening the dam in 2025.",
        &["2024-06-30|mend 54 pipes before June 30", "2025-12-31|opening the dam in 2025"],
    );
    check(
        "The mayor met them on 3 March 2024. He asked shops to sell 50 lamps by June 30 and to close 9 gates by the end of 2025, and proposed that the port build a pier by 2027.",
        &[
            "2024-06-30|sell 50 lamps by June 30",
            "2025-12-31|close 9 gates by the end of 2025",
            "2027-12-31|the port build a pier by 2027",
        ],
    );
    // Growth, a meeting, a noun.
    check(
        "The mayor met them on 3 March 2024. Trade is expected to grow by 6% in 2025, and he said prices would rise in 2025. The fair is scheduled to take place in 2025. It was assigned to the board in 2025.",
        &[],
    );
}

#[test]
fn deadlines_of_clauses_and_of_the_goal_before() {
    check(
        "The mayor met them on 3 March 2024. By 2027, 95 per cent of farms will have pumps and the canals will reach 150 km.",
        &["2027-12-31|95 per cent of farms will have pumps", "2027-12-31|the canals will reach 150 km"],
    );
    check(
        "The mayor met them on 3 March 2024. For 2025, the town aims to draw 300 guests and train 40 guides. By then, 80 per cent of inns are expected to be mended.",
        &[
            "2025-12-31|draw 300 guests",
            "2025-12-31|train 40 guides",
            "2025-12-31|80 per cent of inns are expected to be mended",
        ],
    );
    check(
        "The mayor met them on 3 March 2024. By then, they had sold 80 per cent of it. The bank will spend more on it.",
        &[],
    );
}

#[test]
fn forecasts_results_and_vague_words_are_none() {
    check("The bank said on 3 March 2024 that prices will rise. It is a will that they had in the year 2020.", &[]);
    check(
        "The bank met on 3 March 2024 at the hall. The economy could grow by 6% in 2026, and it may reach 7% by 2030.",
        &[],
    );
    check("He told them on 3 March 2024 to wait for the bus. They asked us to come.", &[]);
}

#[test]
fn goals_of_a_plan_and_what_should_be() {
    check(
        "The mayor met them on 3 March 2024. By 2026, all inns of the town should have a well, and half of the shops should have a lamp.",
        &["2026-12-31|have a well", "2026-12-31|half of the shops should have a lamp"],
    );
    check(
        "The mayor met them on 3 March 2024. Under the plan, boats are expected to make up 10 per cent of the trade in 2025 and 20 per cent in 2030. In the same period, all piers are to be mended.",
        &[
            "2025-12-31|make up 10 per cent of the trade in 2025",
            "2030-12-31|20 per cent in 2030",
            "2030-12-31|all piers are to be mended",
        ],
    );
    check(
        "The mayor met them on 3 March 2024. The plan foresees 40 per cent of the farms watched by 2027. Every town has to open its gate before June 30.",
        &["2027-12-31|40 per cent of the farms watched by 2027", "2024-06-30|open its gate before June 30"],
    );
    check(
        "The mayor met them on 3 March 2024. By 2025, the town wants at least 90 per cent of the shops to have a lamp, 85 per cent of the inns to have a well, and every farm to be near a road.",
        &[
            "2025-12-31|at least 90 per cent of the shops to have a lamp",
            "2025-12-31|85 per cent of the inns to have a well",
            "2025-12-31|every farm to be near a road",
        ],
    );
    // No plan says so; a wish without a day.
    check(
        "The mayor met them on 3 March 2024. Boats are expected to make up 10 per cent of the trade in 2025. The bank foresees 5 per cent more in 2026. He should read it.",
        &[],
    );
}

#[test]
fn a_time_may_stand_before_the_verb_and_a_deadline_holds_on() {
    check(
        "The mayor met them on 3 March 2024. The towns agreed here on Friday to mend the pier by 2026. The port also plans to train 40 guides.",
        &["2026-12-31|mend the pier by 2026", "2026-12-31|train 40 guides"],
    );
    check(
        "The mayor met them on 3 March 2024. The pier is slated for completion in 2026, and the gate by the end of 2028.",
        &["2026-12-31|The pier is slated for completion in 2026", "2028-12-31|the gate by the end of 2028"],
    );
    check(
        "The mayor met them on 3 March 2024. The port aims to sell 30 boats by 2030 and to cut its waste by 20 per cent within five years.",
        &["2030-12-31|sell 30 boats by 2030", "-|cut its waste by 20 per cent within five years"],
    );
    // Agreed prices, a day of a meeting, what was.
    check(
        "The mayor met them on 3 March 2024. They agreed on Friday on prices to be paid by all. The fair is scheduled for Monday. It was planned for boats in 2026.",
        &[],
    );
}

#[test]
fn orders_go_on_and_promises_of_money() {
    check(
        "The mayor met them on 3 March 2024. The school must mend the roof by June, and hand it over to the town before July 20.",
        &["2024-06-30|mend the roof by June", "2024-07-20|hand it over to the town before July 20"],
    );
    check(
        "The mayor met them on 3 March 2024. He said the town would open a pier in 2025 and asked farms to sell the hay before June 30. They tasked the port with drafting a map by 2026.",
        &[
            "2025-12-31|open a pier in 2025",
            "2024-06-30|sell the hay before June 30",
            "2026-12-31|drafting a map by 2026",
        ],
    );
    check(
        "The mayor met them on 3 March 2024. The bank pledged 12 million USD for the pier.",
        &["-|12 million USD for the pier"],
    );
    check(
        "The mayor met them on 3 March 2024. The bank pledged help, and the sum pledged to them was 12 million USD.",
        &[],
    );
}

#[test]
fn plans_that_were_adopted_and_time_that_is_left() {
    check(
        "The mayor met them on 3 March 2024. The town approved a five-year plan to plant 300 trees, and the port has until June 30 to mend its gate.",
        &["-|plant 300 trees", "2024-06-30|mend its gate"],
    );
    check(
        "The mayor met them on 3 March 2024. The town will build a pier, a gate and 40 flats over the next five years. All ten inns are supposed to be open by 2026.",
        &[
            "-|build a pier, a gate and 40 flats over the next five years",
            "2026-12-31|All ten inns are supposed to be open by 2026",
        ],
    );
    check(
        "The mayor met them on 3 March 2024. Shops are also asked to sell 50 lamps by June 30. The plan aims to have 40 boats by 2027 and at least 30 nets by that year. The plan envisages 90 guides by then.",
        &[
            "2024-06-30|sell 50 lamps by June 30",
            "2027-12-31|have 40 boats by 2027",
            "2027-12-31|at least 30 nets by that year",
            "2027-12-31|90 guides by then",
        ],
    );
    // A plan without a measure; what they had until a day.
    check(
        "The mayor met them on 3 March 2024. The town approved a plan to be read by all. They had shops until June 30.",
        &[],
    );
}

#[test]
fn a_day_that_opens_a_clause_and_lists_of_goals() {
    check(
        "The mayor spoke on 3 March 2024. By 2030 the town plans to mend the pier, which is old.",
        &["2030-12-31|mend the pier"],
    );
    check(
        "The mayor spoke on 3 March 2024. The pier will be opened in June 2026, and by 2030, it will be doubled in length.",
        &["2026-06-30|be opened in June 2026", "2030-12-31|be doubled in length"],
    );
    check(
        "The mayor spoke on 3 March 2024. By 2030, all schools of the town are set to be lit by the sun.",
        &["2030-12-31|all schools of the town are set to be lit by the sun"],
    );
    check(
        "The mayor spoke on 3 March 2024. The town aims to mend the gates of the port, have 80% of the piers lit, and open a hall by 2030.",
        &["2030-12-31|mend the gates of the port, have 80% of the piers lit, and open a hall by 2030"],
    );
    // A day before a clause about what is, a clause after the goal.
    check("The mayor spoke on 3 March 2024. By 2030 the plan of the town is old.", &[]);
    check(
        "The mayor spoke on 3 March 2024. The town aims to mend the gates of the port, which cost 80 dollars and were lit in 2023.",
        &[],
    );
}

#[test]
fn what_a_day_is_set_for() {
    check(
        "The mayor spoke on 3 March 2024. Slated to open in 2026, the pier will be long. The gate, scheduled to be mended by 2027, is old.",
        &["2026-12-31|open in 2026", "2027-12-31|be mended by 2027"],
    );
    check(
        "The mayor spoke on 3 March 2024. The pier was slated to open in 2026, and the ship scheduled to sail is old.",
        &[],
    );
}

#[test]
fn what_is_endeavoured() {
    check(
        "The mayor spoke on 3 March 2024. The town endeavors for 80% of the piers to be lit by 2026. It endeavored to mend the gate in 2023.",
        &["2026-12-31|80% of the piers to be lit by 2026"],
    );
}

#[test]
fn measures_that_must_be_reached() {
    check(
        "The mayor spoke on 3 March 2024. The share of lit piers must reach 95%, and the town sets a target for trade of 7% this year.",
        &["-|reach 95%", "2024-12-31|trade of 7% this year"],
    );
    check("The mayor spoke on 3 March 2024. The bus must stop at 12 piers, and the target for trade was missed.", &[]);
}

#[test]
fn what_is_envisioned_and_what_goes_on_by_itself() {
    check(
        "The mayor spoke on 3 March 2024. Looking ahead to 2035, the town envisions becoming a port without smoke.",
        &["2035-12-31|becoming a port without smoke"],
    );
    check(
        "The mayor spoke on 3 March 2024. The town also targets mending 80% of the piers and expects 40% of the boats to be lit.",
        &["-|mending 80% of the piers"],
    );
    check(
        "The mayor spoke on 3 March 2024. The port has set its sights on reaching 9,000 boats this year.",
        &["2024-12-31|reaching 9,000 boats this year"],
    );
    check(
        "The mayor spoke on 3 March 2024. The town envisions at least 500 boats by 2030. It is a choice aimed at mending all piers by 2035.",
        &["2030-12-31|at least 500 boats by 2030", "2035-12-31|mending all piers by 2035"],
    );
    check("The mayor spoke on 3 March 2024. Trade will continue to grow fast in 2025.", &[]);
    check("The mayor spoke on 3 March 2024. It met the assigned targets three weeks before June 30.", &[]);
}

#[test]
fn a_day_beside_the_verb_and_remarks_after_the_day_that_opens() {
    check(
        "The mayor spoke on 3 March 2024 in the hall. The port office in 2026 will draft rules for the boats.",
        &["2026-12-31|draft rules for the boats"],
    );
    check(
        "The mayor spoke on 3 March 2024. By the end of 2026 (Phase 1), the town will mend the pier with its own men.",
        &["2026-12-31|mend the pier with its own men"],
    );
    check(
        "The mayor spoke on 3 March 2024. He said the office is determined to mend the pier this year.",
        &["2024-12-31|mend the pier this year"],
    );
    // The day tells of the pier, or is the subject; it stands in another's words.
    check("The mayor spoke on 3 March 2024. The pier opened in 2023 will be kept by its own men.", &[]);
    check("The mayor spoke on 3 March 2024. Next year will be the year of the pier, as all of them said.", &[]);
    check(
        "The mayor spoke on 3 March 2024. “In 2026, we begin,” he said, adding that nets will be used by those who have boats.",
        &[],
    );
    // What a survey found.
    check("The mayor spoke on 3 March 2024. Some 40% of the farmers plan to keep more boats in 2025.", &[]);
}

#[test]
fn what_is_to_be_done_to_something_is_told_with_it() {
    check(
        "The mayor spoke on 3 March 2024. By 2026, the gate of the port will be mended, and the men paid.",
        &["2026-12-31|the gate of the port will be mended"],
    );
}

#[test]
fn what_would_be_by_a_day() {
    check(
        "The mayor spoke on 3 March 2024. By 2026, the port would complete the pier that they had begun with the men.",
        &["2026-12-31|complete the pier that they had begun with the men"],
    );
    check(
        "The mayor spoke on 3 March 2024. The trade of the port by 2030 would make up 40% of all that they have.",
        &["2030-12-31|make up 40% of all that they have"],
    );
    // Doubt, what somebody might have done, no number.
    check("The mayor spoke on 3 March 2024. By 2026, the port would complete the pier if they had the men.", &[]);
    check("The mayor spoke on 3 March 2024. By 2023, the port would have built the pier, as all the men said.", &[]);
}

#[test]
fn deadlines_without_a_year_and_stretches() {
    check(
        "Some 70% of the boats will be mended by August, the town says.",
        &["XXXX-08|Some 70% of the boats will be mended by August"],
    );
    check(
        "The mayor spoke on 3 March 2024. The port aims to raise the trade by 8 percent from 2024-2027.",
        &["2027-12-31|raise the trade by 8 percent from 2024-2027"],
    );
    check(
        "The mayor spoke on 3 March 2024. He told them of the commitment to mend all boats by 2030, and announced a new target to mend 50% of the piers by 2028.",
        &["2030-12-31|mend all boats by 2030", "2028-12-31|mend 50% of the piers by 2028"],
    );
    // A month that something begins in, a goal that another is compared with, what was.
    check("Some 70% of the boats will be mended in August, the town says.", &[]);
    check("The mayor spoke on 3 March 2024. The share was 75%, up from a target of 70% set for 2025.", &[]);
    check(
        "In 2021 they said it. The boats will help the town since the trade has reached 3 million dollars in 2022.",
        &[],
    );
}

#[test]
fn headlines_say_what_will_be_done() {
    #[track_caller]
    fn check(title: &str, expected: &[&str]) {
        let page = format!("{title}\n\nThe mayor of the town spoke of boats on 3 March 2024, and all were glad.");
        let found = facts_of_page(&page).targets;
        assert_eq!(found.iter().map(|t| t.span.of(&page)).collect::<Vec<_>>(), expected, "{title}");
    }
    check("Port to sell 40 boats by 2030", &["sell 40 boats by 2030"]);
    check("Half of the town to have 40 boats by 2030", &["have 40 boats by 2030"]);
    // A way to somewhere, no number, no day.
    check("Road to 40 boats by 2030", &[]);
    check("Port to sell boats by 2030", &[]);
    check("Port to sell 40 boats", &[]);
}
