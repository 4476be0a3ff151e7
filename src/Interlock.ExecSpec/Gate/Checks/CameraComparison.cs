using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Gate.Checks;

/// <summary>One camera against the certified one of the same role.</summary>
internal static class CameraComparison
{
    public static void Compare(CameraSpec certified, CameraSpec? running, FactComparison comparison)
    {
        void Field(string field, string? expected, string? observed) => comparison.RobotFact($"{certified.Role} camera's {field}", expected, observed);

        Field("key", certified.Key, running?.Key);
        Field("width", Fact.Of(certified.Width), Fact.Of(running?.Width));
        Field("height", Fact.Of(certified.Height), Fact.Of(running?.Height));
        Field("colour order", certified.Color, running?.Color);
        Field("layout", certified.Layout, running?.Layout);
        Field("element type", certified.Dtype, running?.Dtype);
        Field("rotation in degrees", Fact.Of(certified.RotateDeg), Fact.Of(running?.RotateDeg));
        Field("flip", certified.Flip, running?.Flip);
        Field("crop", certified.Crop, running?.Crop);
        Field("resizing", certified.Resize, running?.Resize);
        Field("optical frame", certified.OpticalFrame, running?.OpticalFrame);
        Field("largest age in ms", Fact.Of(certified.MaxAgeMs), Fact.Of(running?.MaxAgeMs));
    }
}
