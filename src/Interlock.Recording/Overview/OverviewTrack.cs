namespace Interlock.Recording.Overview;

/// <summary>A discrete signal: verdict, state of the supervisor, source of the action.</summary>
/// <param name="Name"><c>verdict</c>, <c>supervisor</c> or <c>source</c>.</param>
/// <param name="StepsByWord">Steps with each word, exact, in the order of the layout.</param>
/// <param name="Spans">In the order of time, without a gap between them.</param>
/// <param name="Hidden">Changes that no span shows because there were too many.</param>
public sealed record OverviewTrack(string Name, IReadOnlyList<KeyValuePair<string, long>> StepsByWord, IReadOnlyList<OverviewSpan> Spans, long Hidden);
