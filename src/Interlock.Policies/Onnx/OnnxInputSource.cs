namespace Interlock.Policies.Onnx;

/// <summary>What an input of a graph takes.</summary>
public enum OnnxInputSource
{
    /// <summary>The measured values of <c>Observation.State</c>, in channel units.</summary>
    State = 0,

    /// <summary>The newest image of a camera, RGB.</summary>
    Image = 1,

    /// <summary>The rows of the chunk under way, from the observed step on; zeros behind them.</summary>
    Prefix = 2,

    /// <summary>How many rows of <see cref="Prefix"/> are given.</summary>
    PrefixLength = 3,

    /// <summary>How many of them will have been executed when the answer arrives.</summary>
    DelaySteps = 4,

    /// <summary>The row of the last answer that was meant for the step before the observed one, its last row when it ended earlier; zeros at the start.</summary>
    PreviousAction = 5,

    /// <summary>The token ids of the instruction (<see cref="OnnxPolicyOptions.TaskTokens"/>).</summary>
    TaskIds = 6,

    /// <summary>1 for a token of the instruction, 0 for padding.</summary>
    TaskMask = 7,

    /// <summary>Standard normal numbers, new for every sample, from the seed of the episode.</summary>
    Noise = 8,

    /// <summary>A whole number below 2³¹, new for every sample, from the seed of the episode.</summary>
    Seed = 9,

    /// <summary>0 for the sample to execute, <see cref="OnnxInput.Values"/> for the others (Monte-Carlo dropout).</summary>
    Dropout = 10,

    /// <summary><see cref="OnnxInput.Values"/>; one value fills the input.</summary>
    Constant = 11,
}
