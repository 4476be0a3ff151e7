namespace Interlock.Dashboard.Reports.Readiness;

/// <summary>A line of the production checklist.</summary>
/// <param name="Item">Its stable name.</param>
/// <param name="Title">For people.</param>
/// <param name="State">What the evidence says.</param>
/// <param name="Evidence">File, number and n; empty where there is none.</param>
/// <param name="WouldShow">What would show it; empty where it is shown.</param>
internal sealed record ReadinessLine(string Item, string Title, ReadinessState State, string Evidence, string WouldShow)
{
    public static ReadinessLine Shown(string item, string title, string evidence) => new(item, title, ReadinessState.Shown, evidence, "");

    public static ReadinessLine Wanting(string item, string title, string evidence, string wouldShow) => new(item, title, ReadinessState.FoundWanting, evidence, wouldShow);

    public static ReadinessLine NotShown(string item, string title, string evidence, string wouldShow) => new(item, title, ReadinessState.NotShown, evidence, wouldShow);
}
