//! Search on the judged queries: a floor under how well it answers, so that a change that makes it
//! worse shows. The figures are those of `examples/relevance`.

#[path = "../examples/relevance/judged.rs"]
mod judged;
#[path = "../examples/relevance/samples.rs"]
mod samples;

use judged::mean;
use samples::Library;

#[test]
fn answers_to_the_judged_queries_do_not_get_worse() {
    let queries = judged::queries().unwrap();
    assert!(queries.len() >= 60);
    let folder = tempfile::tempdir().unwrap();
    let library = Library::publish(folder.path()).unwrap();
    for query in &queries {
        let known = |sample: &usize| library.numbers.values().any(|number| number == sample);
        assert!(query.grades().keys().all(known), "{}", query.text);
    }
    let fits: Vec<_> = queries
        .iter()
        .map(|query| query.fit(&library.search(&query.text).unwrap()))
        .collect();
    let fit = mean(&fits);
    assert!(fit.ndcg >= 0.92 && fit.recall >= 0.95, "{fit:?}");
}
