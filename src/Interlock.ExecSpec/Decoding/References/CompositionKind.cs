namespace Interlock.ExecSpec.Decoding.References;

/// <summary>What has to happen to a decoded number before the controller takes it.</summary>
internal enum CompositionKind
{
    /// <summary>Nothing.</summary>
    Pass,

    /// <summary>The state at the start of the chunk is joined to it.</summary>
    OntoChunkStart,

    /// <summary>The previous command is joined to it.</summary>
    OntoPrevious,

    /// <summary>There is no way from what the policy says to what the controller takes.</summary>
    Impossible,
}
