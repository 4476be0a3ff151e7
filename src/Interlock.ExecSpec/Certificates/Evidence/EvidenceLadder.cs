namespace Interlock.ExecSpec.Certificates.Evidence;

/// <summary>Which level a list of evidence supports.</summary>
internal static class EvidenceLadder
{
    /// <summary>
    /// The highest rung of which every rung up to it has evidence: a probe without a miss, a replay in which every valid episode succeeded,
    /// closed-loop episodes of which at least one succeeded. Zero trials support nothing, and neither does a report that does not say what it
    /// is about: a study of another policy proves nothing about this one.
    /// </summary>
    /// <param name="evidence">The evidence.</param>
    /// <param name="subject">What it has to be about.</param>
    public static CertificateLevel LevelOf(IReadOnlyCollection<EvidenceEntry> evidence, EvidenceSubject subject)
    {
        CertificateLevel[] rungs = [.. evidence.Where(entry => subject.IsMeantBy(entry) && Supports(entry)).Select(entry => RungOf(entry.Kind)).Distinct()];
        CertificateLevel level = CertificateLevel.Declared;
        while (level < CertificateLevel.ClosedLoop && rungs.Contains(level + 1))
        {
            level++;
        }

        return level;
    }

    private static bool Supports(EvidenceEntry entry) => entry.Kind switch
    {
        EvidenceKind.Note => false,
        EvidenceKind.Probe or EvidenceKind.Replay => entry is { Trials: > 0 } && entry.Successes == entry.Trials,
        _ => entry is { Trials: > 0, Successes: > 0 },
    };

    private static CertificateLevel RungOf(EvidenceKind kind) => kind switch
    {
        EvidenceKind.Probe => CertificateLevel.Probed,
        EvidenceKind.Replay => CertificateLevel.Replayed,
        EvidenceKind.ClosedLoopSim or EvidenceKind.ClosedLoopHardware => CertificateLevel.ClosedLoop,
        _ => CertificateLevel.Declared,
    };
}
