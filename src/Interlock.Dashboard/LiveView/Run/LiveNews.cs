using Interlock.Dashboard.Web.Answers;

namespace Interlock.Dashboard.LiveView.Run;

/// <summary>What is new for one browser.</summary>
/// <param name="Frame">Signals; null when nothing came.</param>
/// <param name="Events">Events.</param>
/// <param name="Chunks">Answers of the policy.</param>
/// <param name="Verdict">The strongest verdict since the last one that was told.</param>
internal sealed record LiveNews(LiveFrame? Frame, IReadOnlyList<EventAnswer> Events, IReadOnlyList<ChunkAnswer> Chunks, string Verdict);
