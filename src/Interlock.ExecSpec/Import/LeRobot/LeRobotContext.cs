using Interlock.Core.Diagnostics;
using Interlock.ExecSpec.Import.LeRobot.Channels;

namespace Interlock.ExecSpec.Import.LeRobot;

/// <summary>What is known around the statistics when an entry becomes a specification.</summary>
internal sealed record LeRobotContext
{
    public required ImportRequest Request { get; init; }

    /// <summary>Where the action is described, for findings about it.</summary>
    public required SourcePlace Place { get; init; }

    /// <summary>Name of the checkpoint or dataset.</summary>
    public required string Name { get; init; }

    public PolicyConfig? Config { get; init; }

    public DatasetInfo? Info { get; init; }

    public RelativeActions Relative { get; init; } = RelativeActions.None;

    /// <summary>D where a file other than the statistics states it.</summary>
    public int? ActionLength { get; init; }

    /// <summary>Name of a folder or file that a user gave.</summary>
    public static string NameOf(string folder) => Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)) is { Length: > 0 } name ? name : "lerobot";
}
