namespace Interlock.Runtime.Configuration.Settings;

/// <summary>What an input of a graph takes.</summary>
public enum GraphInputSource
{
    /// <summary>The measured values, in channel units.</summary>
    State,

    /// <summary>The newest image of a camera, RGB.</summary>
    Image,

    /// <summary>The rows of the chunk under way, zeros behind them.</summary>
    Prefix,

    /// <summary>How many rows of the prefix are given.</summary>
    PrefixLength,

    /// <summary>How many of them will have been executed when the answer arrives.</summary>
    DelaySteps,

    /// <summary>The action before the observed step; zeros at the start.</summary>
    PreviousAction,

    /// <summary>The token ids of the task.</summary>
    TaskIds,

    /// <summary>1 for a token of the task, 0 for padding.</summary>
    TaskMask,

    /// <summary>Standard normal numbers, new for every sample.</summary>
    Noise,

    /// <summary>A whole number below 2³¹, new for every sample.</summary>
    Seed,

    /// <summary>0 for the sample to execute, the values for the others.</summary>
    Dropout,

    /// <summary>The values; one fills the input.</summary>
    Constant,
}
