namespace Interlock.Runtime.Inference;

/// <summary>
/// Where the control thread leaves one question at a time and finds the answer later. Its side never waits, locks or allocates. A question:
/// fill <see cref="Question"/> while the status is free, then <see cref="Ask"/>; an answer: read <see cref="Answer"/> while it is done, then
/// <see cref="Release"/>.
/// </summary>
internal interface IInferenceDesk : IDisposable
{
    DeskStatus Status { get; }

    /// <summary>To be filled by the control thread while <see cref="Status"/> is free.</summary>
    PolicyQuestion Question { get; }

    /// <summary>To be read by the control thread while <see cref="Status"/> is done.</summary>
    PolicyAnswer Answer { get; }

    /// <summary>Hands the question over.</summary>
    void Ask();

    /// <summary>Gives the answer's memory back.</summary>
    void Release();
}
