namespace Interlock.Evaluation.Study.Inputs;

/// <summary>Stable codes of unusable study inputs; each has a page in <c>docs/codes</c>.</summary>
internal static class StudyCode
{
    public const string NotFound = "DS200";
    public const string TooLarge = "DS201";
    public const string NotJson = "DS202";
    public const string UnknownShape = "DS203";
    public const string NoLabel = "DS204";
    public const string BadSteps = "DS205";
    public const string BadValue = "DS206";
    public const string NoEpisodes = "DS207";
    public const string BadLabels = "DS208";
    public const string BadStepLine = "DS209";
    public const string StepOrder = "DS210";
    public const string LabelConflict = "DS211";
    public const string LabelForNobody = "DS212";
    public const string DuplicateSeed = "DS213";
}
