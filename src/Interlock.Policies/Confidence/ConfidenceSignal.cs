namespace Interlock.Policies.Confidence;

/// <summary>What is measured of an answer and of what the policy was shown. Larger is always stranger; the words in files are these names in snake_case.</summary>
public enum ConfidenceSignal
{
    /// <summary>Spread of the sampled chunks, in channel spans.</summary>
    SampleDisagreement = 0,

    /// <summary>Spread of the chunks of an ensemble's members, in channel spans.</summary>
    EnsembleDisagreement = 1,

    /// <summary>Spread of the chunks of a network with random units switched off, in channel spans.</summary>
    DropoutDisagreement = 2,

    /// <summary>Mean entropy of the action tokens, nats.</summary>
    TokenEntropy = 3,

    /// <summary>Distance between this chunk and the last one where they speak about the same steps, in channel spans.</summary>
    ChunkOverlap = 4,

    /// <summary>Mahalanobis distance of the state from the demonstrations' states, divided by √S.</summary>
    OodDistance = 5,

    /// <summary>Mean distance of the state to its nearest states of the demonstrations, in standard deviations divided by √S.</summary>
    OodNeighbour = 6,
}
