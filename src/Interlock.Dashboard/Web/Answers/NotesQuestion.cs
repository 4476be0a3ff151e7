namespace Interlock.Dashboard.Web.Answers;

internal sealed record NotesQuestion(IReadOnlyList<string> Tags, string? Note, string? Outcome)
{
    public bool? Judged() => Outcome switch
    {
        "success" => true,
        "failure" => false,
        null or "" => null,
        _ => throw Failures.Wrong("outcome", "it is success, failure or absent"),
    };
}
