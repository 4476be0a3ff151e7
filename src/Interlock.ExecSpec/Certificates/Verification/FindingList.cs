namespace Interlock.ExecSpec.Certificates.Verification;

/// <summary>Gathers findings; none ends the verification.</summary>
internal sealed class FindingList
{
    private readonly List<CertificateFinding> _items = [];

    public IReadOnlyList<CertificateFinding> Items => _items;

    public void Pass(string code, string subject, string text, string? observed = null) =>
        _items.Add(new CertificateFinding(code, CheckStatus.Passed, subject, text, observed, observed));

    public void Skip(string code, string subject, string why) => _items.Add(new CertificateFinding(code, CheckStatus.NotChecked, subject, why));

    public void Fail(string code, string subject, string text, string? expected = null, string? observed = null) =>
        _items.Add(new CertificateFinding(code, CheckStatus.Failed, subject, text, expected, observed));
}
