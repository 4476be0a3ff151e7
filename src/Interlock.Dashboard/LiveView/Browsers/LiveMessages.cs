using Interlock.Dashboard.Web.Answers;

namespace Interlock.Dashboard.LiveView.Browsers;

/// <summary>Where the robot stands, for a browser.</summary>
internal sealed record StatusMessage(
    string State,
    string StateText,
    string Verdict,
    string? Why,
    string? Certificate,
    string? Task,
    double T,
    IReadOnlyDictionary<string, double> AgesMs,
    double Dropped,
    double RateHz,
    double? BandZeroT,
    IReadOnlyList<double?> Joints,
    QuestionMessage? Question,
    StopMessage SoftwareStop)
{
    public string Type => "status";
}

/// <summary>What a person is asked.</summary>
internal sealed record QuestionMessage(string Text, IReadOnlyList<AnswerMessage> Answers);

/// <summary>What a person may answer.</summary>
internal sealed record AnswerMessage(string Command, string Text);

/// <summary>The latched software stop.</summary>
internal sealed record StopMessage(bool Latched, string? Reason, string? Code);

/// <summary>Something that happened.</summary>
internal sealed record EventMessage : EventAnswer
{
    public EventMessage(EventAnswer happened)
        : base(happened)
    {
    }

    public string Type => "event";
}

/// <summary>An answer of the policy.</summary>
internal sealed record ChunkMessage : ChunkAnswer
{
    public ChunkMessage(ChunkAnswer chunk)
        : base(chunk)
    {
    }

    public string Type => "chunk";
}

/// <summary>A new picture, to be fetched.</summary>
internal sealed record ImageMessage(string Camera, double T, double AgeMs, string Format, string Url)
{
    public string Type => "image";
}

/// <summary>The robot is not seen.</summary>
internal sealed record LostMessage(string Reason)
{
    public string Type => "lost";
}
