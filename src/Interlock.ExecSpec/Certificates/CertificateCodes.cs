namespace Interlock.ExecSpec.Certificates;

/// <summary>Codes of findings inside certificates and waivers, and of what keeps one from being made.</summary>
internal static class CertificateCodes
{
    public const string StatementUnreadable = "EX205";
    public const string OtherPredicate = "EX206";
    public const string UnknownField = "EX207";
    public const string FieldInvalid = "EX208";
    public const string SpecInvalid = "EX209";
    public const string SubjectsDisagree = "EX210";
    public const string ValidityImpossible = "EX211";
    public const string LevelUnsupported = "EX212";
    public const string NumbersDisagree = "EX213";
    public const string NotCertifiable = "EX214";
    public const string EvidenceUnusable = "EX215";
    public const string FileUnusable = "EX216";
    public const string NeverWaived = "EX217";
    public const string WaiverElsewhere = "EX218";
}
