using System.Collections;
using System.Reflection;
using Interlock.Core.Units;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Tests.Specification;

/// <summary>A specification with one field changed or taken away, for every field that it has, found by reflection.</summary>
internal static class FieldMutations
{
    private static readonly NullabilityInfoContext Nullability = new();

    public static IEnumerable<(string Path, ExecutableSpec Spec)> Of(ExecutableSpec spec) =>
        Mutate(spec).Select(item => (item.Path, (ExecutableSpec)item.Value));

    private static IEnumerable<(string Path, object Value)> Mutate(object value) => value switch
    {
        string text => [("", text + "x")],
        double number => [("", number + 0.125)],
        int number => [("", number + 1)],
        bool flag => [("", !flag)],
        Enum word => [("", Next(word))],
        ChannelUnit unit => [("", unit == ChannelUnit.Radian ? ChannelUnit.Metre : ChannelUnit.Radian)],
        IList items => MutateList(items),
        _ => MutateRecord(value),
    };

    private static IEnumerable<(string Path, object Value)> MutateList(IList items)
    {
        Type type = items.GetType().GetInterfaces().Single(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)).GenericTypeArguments[0];
        object?[] all = [.. items.Cast<object?>()];
        for (int i = 0; i < all.Length; i++)
        {
            foreach ((string path, object value) in Mutate(all[i]!))
            {
                object?[] changed = [.. all];
                changed[i] = value;
                yield return ($"[{i}]{path}", ArrayOf(type, changed));
            }
        }

        yield return (" shortened", ArrayOf(type, all[..^1]));
    }

    private static IEnumerable<(string Path, object Value)> MutateRecord(object record)
    {
        foreach (PropertyInfo property in FieldDump.FieldsOf(record.GetType()))
        {
            object? value = property.GetValue(record);
            Assert.True(value is not null, $"the full specification leaves {record.GetType().Name}.{property.Name} out");
            foreach ((string path, object changed) in Mutate(value))
            {
                yield return ($".{property.Name}{path}", With(record, property, changed));
            }

            if (Nullability.Create(property).WriteState == NullabilityState.Nullable)
            {
                yield return ($".{property.Name} absent", With(record, property, null));
            }
        }
    }

    private static object With(object record, PropertyInfo property, object? value)
    {
        object copy = record.GetType().GetMethod("<Clone>$")!.Invoke(record, null)!;
        property.SetValue(copy, value);
        return copy;
    }

    private static Array ArrayOf(Type type, object?[] items)
    {
        Array array = Array.CreateInstance(type, items.Length);
        items.CopyTo(array, 0);
        return array;
    }

    private static object Next(Enum word)
    {
        Array values = Enum.GetValues(word.GetType());
        return values.GetValue((Array.IndexOf(values, word) + 1) % values.Length)!;
    }
}
