namespace Interlock.ExecSpec.Gate;

/// <summary>Gathers findings; every failure is collected, none ends the gate.</summary>
internal sealed class GateResults
{
    private readonly List<GateFinding> _findings = [];

    public IReadOnlyList<GateFinding> Findings => _findings;

    public void Add(GateFinding finding) => _findings.Add(finding);

    public void Pass(string code, string subject, string text, string? observed = null) =>
        Add(new GateFinding(code, GateStatus.Passed, subject, text, observed, observed));

    public void Note(string code, string subject, string text, string? expected = null, string? observed = null) =>
        Add(new GateFinding(code, GateStatus.Noted, subject, text, expected, observed));

    public void Skip(string code, string subject, string why) => Add(new GateFinding(code, GateStatus.NotChecked, subject, why));

    public void Fail(string code, string subject, string text, string? expected = null, string? observed = null) =>
        Add(new GateFinding(code, GateStatus.Failed, subject, text, expected, observed));
}
