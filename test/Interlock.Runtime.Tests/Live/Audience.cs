namespace Interlock.Runtime.Tests.Live;

/// <summary>Who watches a feed during a test.</summary>
public enum Audience
{
    /// <summary>Nobody.</summary>
    None,

    /// <summary>A viewer that takes everything.</summary>
    Reads,

    /// <summary>A viewer that asked for everything and takes nothing.</summary>
    Hangs,
}
