namespace Interlock.Cli.Verbs.Run;

/// <summary>For whom the output of a run is.</summary>
internal enum RunOutput
{
    /// <summary>A person.</summary>
    Text,

    /// <summary>One document at the end.</summary>
    Json,

    /// <summary>A line for every event.</summary>
    JsonLines,
}
