namespace Interlock.ExecSpec.Certificates;

/// <summary>What a certified file is for. For people: the digest counts, not the role.</summary>
public enum ArtefactRole
{
    /// <summary>Anything else.</summary>
    Other,

    /// <summary>Weights.</summary>
    Weights,

    /// <summary>Configuration.</summary>
    Config,

    /// <summary>Statistics.</summary>
    Stats,

    /// <summary>Steps before the network.</summary>
    Preprocessor,

    /// <summary>Steps behind the network.</summary>
    Postprocessor,

    /// <summary>Tokenizer.</summary>
    Tokenizer,

    /// <summary>Adapter weights.</summary>
    Adapter,
}
