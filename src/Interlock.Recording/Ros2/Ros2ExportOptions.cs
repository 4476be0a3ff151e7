namespace Interlock.Recording.Ros2;

/// <summary>How a recording is exported.</summary>
public sealed record Ros2ExportOptions
{
    /// <summary>Rows and numbers of every so many steps; 1 or more, default every one. Words, events, texts and images are never thinned.</summary>
    public int EverySteps { get; init; } = 1;

    /// <summary>Name of the recording in findings; default none.</summary>
    public string? File { get; init; }

    /// <summary>Told how many steps were read, now and then; default nobody.</summary>
    public Action<long>? Progress { get; init; }
}
