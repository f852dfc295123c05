package io.jianhu.platform.api.internal;

import io.jianhu.platform.api.Bilingual;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.MessageInterpolator;
import jakarta.validation.ValidationException;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.metadata.ConstraintDescriptor;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a broken constraint says in both languages, whatever language the request prefers. */
@Component
class ConstraintTexts {

    private final MessageInterpolator interpolator;

    ConstraintTexts(ValidatorFactory validators) {
        this.interpolator = validators.getMessageInterpolator();
    }

    Bilingual of(ConstraintViolation<?> violation) {
        return new Bilingual(text(violation, Locale.SIMPLIFIED_CHINESE), text(violation, Locale.ENGLISH));
    }

    private String text(ConstraintViolation<?> violation, Locale locale) {
        return interpolator.interpolate(
                violation.getMessageTemplate(),
                new Context(violation.getConstraintDescriptor(), violation.getInvalidValue()),
                locale);
    }

    private record Context(
            ConstraintDescriptor<?> descriptor, @Nullable Object value) implements MessageInterpolator.Context {
        @Override
        public ConstraintDescriptor<?> getConstraintDescriptor() {
            return descriptor;
        }

        @Override
        public @Nullable Object getValidatedValue() {
            return value;
        }

        @Override
        public <T> T unwrap(Class<T> type) {
            throw new ValidationException("not a " + type.getName());
        }
    }
}
