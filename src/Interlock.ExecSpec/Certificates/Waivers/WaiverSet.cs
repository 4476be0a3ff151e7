namespace Interlock.ExecSpec.Certificates.Waivers;

/// <summary>The waivers that hold, by the check that they cover.</summary>
public sealed class WaiverSet
{
    private readonly Dictionary<string, Waiver> _byCode = new(StringComparer.Ordinal);

    private WaiverSet(IEnumerable<Waiver> waivers)
    {
        foreach (Waiver waiver in waivers.OrderByDescending(waiver => waiver.ExpiresAt))
        {
            foreach (string code in waiver.Codes.Where(WaivableCodes.Contains))
            {
                _byCode.TryAdd(code, waiver);
            }
        }
    }

    /// <summary>No waiver.</summary>
    public static WaiverSet Empty { get; } = new([]);

    /// <summary>Takes those that hold; of several for one check the one that lasts longest.</summary>
    public static WaiverSet Of(IEnumerable<WaiverVerification> verifications) => new(verifications.Select(item => item.Waiver).OfType<Waiver>());

    /// <summary>The waiver that covers a check; null when none does.</summary>
    /// <param name="code">EX001 to EX080.</param>
    public Waiver? Find(string code) => _byCode.GetValueOrDefault(code);
}
