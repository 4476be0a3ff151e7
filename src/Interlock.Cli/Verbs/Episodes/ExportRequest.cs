using Interlock.Datasets.Writing;
using Interlock.Recording.Episodes;

namespace Interlock.Cli.Verbs.Episodes;

/// <summary>What the user asked <c>episodes export</c> for.</summary>
internal sealed record ExportRequest(string[] Files, EpisodeFileFormat Format, string Target, RecordedSignal Signal, double? FramesPerSecond, bool Json);
