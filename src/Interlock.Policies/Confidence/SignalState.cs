namespace Interlock.Policies.Confidence;

/// <summary>Whether a signal has a value in a reading.</summary>
public enum SignalState
{
    /// <summary>The settings do not ask for it.</summary>
    NotUsed = 0,

    /// <summary>There is nothing to compare with yet, for instance before the second chunk of an episode. Not judged.</summary>
    Undefined = 1,

    /// <summary>It has a value; NaN where it could not be computed, which is judged as the strangest value there is.</summary>
    Measured = 2,
}
